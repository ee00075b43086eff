// Records everything that a page can see of a frame or an element from now on, except times: each
// event, each message, each entry of the performance timeline, and each change of a state.
window.observe = () => {
  const trace = {};
  const note = (kind, value) => {
    const list = (trace[kind] = trace[kind] || []);
    if (list[list.length - 1] !== value) list.push(value);
  };
  const count = (kind) => (trace[kind] = (trace[kind] || 0) + 1);
  const named = (node) => (node && (node.nodeName || "window")) || "nothing";
  const finder = document.querySelector("ppimhs-finder, iframe");

  const handlers = [...Object.keys(window), ...Object.keys(Document.prototype), ...Object.keys(HTMLElement.prototype)];
  const types = new Set(handlers.filter((name) => /^on/.test(name)).map((name) => name.slice(2)));
  ["focusin", "focusout", "DOMFocusIn", "compositionstart", "fullscreenchange", "visibilitychange", "selectionchange"].forEach((type) => types.add(type));
  ["ready", "step", "end", "resize", "failed"].forEach((name) => types.add("ppimhs-finder-" + name));
  types.delete("message");
  // The sensors of the device send their first event at any time.
  ["devicemotion", "deviceorientation", "deviceorientationabsolute"].forEach((type) => types.delete(type));
  types.forEach((type) =>
    addEventListener(
      type,
      ({ target, detail }) => {
        count("event " + type + " " + named(target));
        if (/^ppimhs/.test(type)) note("detail " + type, JSON.stringify(detail));
      },
      true
    )
  );
  addEventListener("message", ({ data, origin }) => note("message", JSON.stringify([data, origin])));
  if (self.navigation) {
    navigation.addEventListener("navigate", ({ destination }) => note("navigation", destination.url));
    navigation.addEventListener("currententrychange", () => count("entries"));
  }

  const sizes = new ResizeObserver((entries) =>
    entries.forEach(({ target, contentRect }) => note("size of " + named(target), JSON.stringify(contentRect)))
  );
  [document.documentElement, document.body, ...document.querySelectorAll("iframe, ppimhs-finder, h1, h2, p")].forEach((node) => sizes.observe(node));
  new IntersectionObserver(
    (entries) => entries.forEach(({ intersectionRatio }) => note("part in view", intersectionRatio)),
    { threshold: Array.from({ length: 101 }, (_, step) => step / 100) }
  ).observe(finder);
  // The driver of the browser marks the frame in which it works.
  const ofPage = ({ attributeName }) => !/^cd_/.test(attributeName);
  new MutationObserver((changes) =>
    changes.filter(ofPage).forEach(({ type, target, attributeName }) =>
      note("change", [type, named(target), attributeName, attributeName && target.getAttribute(attributeName)].join(" "))
    )
  ).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // The page's own long tasks depend on the machine alone.
  const own = ["longtask", "long-animation-frame", "largest-contentful-paint", "paint"];
  const entryTypes = (PerformanceObserver.supportedEntryTypes || []).filter((type) => !own.includes(type));
  entryTypes.forEach((type) =>
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ name, value, transferSize }) => note("performance " + type, [name, value, transferSize].join(" ")))
    ).observe({ type })
  );

  const found = () => {
    const selection = getSelection();
    selection.selectAllChildren(document.body);
    const text = selection.toString();
    selection.removeAllRanges();
    const words = ["Start", "Continue", "Call 999", "danger", "Exit"].filter((word) => self.find && find(word, true, false, true));
    selection.removeAllRanges();
    return [text, words];
  };
  const states = {
    box: () => finder.getBoundingClientRect(),
    frame: () => [...document.querySelectorAll("iframe")].map((frame) => [frame.style.cssText, frame.scrollHeight, frame.contentWindow.length, frame.contentWindow.closed]),
    page: () => [scrollX, scrollY, document.documentElement.scrollHeight, document.title, location.href, document.cookie],
    history: () => [history.length, history.state, self.navigation ? navigation.entries().length : 0],
    focus: () => [named(document.activeElement), document.hasFocus(), document.visibilityState],
    windows: () => [self.length, document.getAnimations ? document.getAnimations().length : 0],
    text: found,
    stored: () => [localStorage.length, sessionStorage.length],
    resources: () => performance.getEntriesByType("resource").map(({ name }) => name),
    activation: () => self.navigator.userActivation && navigator.userActivation.hasBeenActive,
  };
  let looks = 0;
  const look = () => {
    Object.keys(states).forEach((name) => note("state " + name, JSON.stringify(states[name]())));
    looks += 1;
  };
  look();
  setInterval(look, 20);
  /** Returns the record after two more looks. The record of selections is left out, because each look selects. */
  window.observed = () =>
    new Promise((done) => {
      const enough = looks + 2;
      const wait = () => {
        if (looks < enough) return setTimeout(wait, 20);
        const kinds = Object.keys(trace).filter((kind) => !/selection|selectstart/.test(kind));
        done(kinds.sort().map((kind) => kind + ": " + JSON.stringify(trace[kind])));
      };
      wait();
    });
};
