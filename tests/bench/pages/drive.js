// Answers the questions on each measured page, and measures two times in milliseconds. One is the
// time until the visitor can use the first question. The other is the time from a press until the
// browser has drawn the next screen. The object `page` knows how its own page shows and answers a
// question, so this file works for every page.
//
// page.shown(question) returns the question's element once a visitor can use it.
// page.pick(question) answers the question, and page.go(question) continues. page.help() is true
// once a visitor can read 999. A page without 999 has no page.help.
(() => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  /** Waits until the browser has finished all work that a press of the visitor causes. */
  const free = () => {
    const { port1, port2 } = new MessageChannel();
    return new Promise((next) => {
      port1.onmessage = next;
      port2.postMessage(0);
    });
  };
  /** Waits until the browser has drawn a frame. */
  const painted = async () => {
    await frame();
    await free();
  };
  const until = async (look) => {
    for (;;) {
      const found = look();
      if (found) return found;
      await frame();
    }
  };

  const readable = async () => {
    await until(() => document.readyState !== "loading" || window.page?.help);
    if (!window.page?.help) return null;
    await until(window.page.help);
    await painted();
    return performance.now();
  };
  // The script watches the page from its start, because 999 may appear before the page has loaded.
  const help = readable();

  const measured = async () => {
    const { page, journey } = window;
    await until(() => page.shown(journey[0]));
    await painted();
    const first = performance.now();
    const steps = [];
    for (const [at, question] of journey.slice(0, -1).entries()) {
      page.pick(question);
      await painted();
      await painted();
      const start = performance.now();
      page.go(question);
      await free();
      await until(() => page.shown(journey[at + 1]));
      await painted();
      steps.push(performance.now() - start);
    }
    return { help: await help, first, steps };
  };

  window.measure = () => measured();
})();
