// Asks every page the same: after how many milliseconds the first question can be used, and how long
// it takes from a press to the picture of what comes next. A page says how its questions are found
// and answered in `page`, and this file knows nothing of what it is made of.
//
// page.shown(question) gives the question's element once it can be used; page.pick(question) answers
// it; page.go(question) goes on. page.help() is true once 999 can be read; a page without 999 has none.
(() => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  /** The browser is free again: whatever a press put off to the end of its task is done. */
  const free = () => {
    const { port1, port2 } = new MessageChannel();
    return new Promise((next) => {
      port1.onmessage = next;
      port2.postMessage(0);
    });
  };
  /** A frame was drawn. */
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
  // A page is watched from its first script on: the help may come before the page has loaded.
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
