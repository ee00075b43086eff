// The first script of each host page in a test. It stores the widget's closed shadow root in
// `window.roots`. It records in `window.seen` everything that a curious host page could learn about
// the widget.
(() => {
  const TAG = "PPIMHS-FINDER";
  const attach = Element.prototype.attachShadow;
  const open = new URLSearchParams(location.search).has("open");
  const seen = { events: [], finder: [], console: [], history: [], focus: [], told: [], shifts: [] };
  window.roots = [];
  window.seen = seen;
  // Stores the global names of the page when its own scripts have run and those of the widget have
  // not.
  document.addEventListener("readystatechange", () => {
    if (document.readyState === "interactive") seen.names = Object.getOwnPropertyNames(window);
  });

  // Marks each frame that has loaded its page. A test must not enter a frame before that.
  const markFrame = ({ target }) => {
    if (target.nodeName === "IFRAME") target.hasLoaded = true;
  };
  document.addEventListener("load", markFrame, true);

  Element.prototype.attachShadow = function (options) {
    const own = this.nodeName === TAG;
    const root = attach.call(this, own && open ? { mode: "open" } : options);
    if (own) {
      window.roots.push(root);
      seen.mode = options.mode;
    }
    return root;
  };

  const text = (thing) => {
    try {
      return typeof thing === "string" ? thing : JSON.stringify(thing);
    } catch (error) {
      return String(thing);
    }
  };
  /** Records the arguments of each call of a method in `list`. */
  const recordCalls = (object, name, list) => {
    const method = object && object[name];
    if (!method) return;
    object[name] = function (...parameters) {
      list.push(name + " " + parameters.map(text).join(" "));
      return method.apply(this, parameters);
    };
  };

  for (const type of ["click", "input", "change", "keydown", "keyup", "submit", "copy", "keypress", "mousedown", "mouseup", "pointerdown", "pointerup"]) {
    const own = (event) => type + " " + event.composedPath()[0].nodeName;
    addEventListener(type, (event) => seen.events.push(own(event)), true);
    addEventListener(type, (event) => seen.events.push("bubbled " + own(event)));
  }
  const described = ({ type, target }) => type + " " + (target.outerHTML || target.nodeName);
  for (const type of ["beforeinput", "copy", "focusin", "focusout", "invalid", "pointerdown", "select", "toggle"]) {
    addEventListener(type, (event) => seen.told.push(described(event)), true);
  }
  addEventListener("pointerdown", () => (seen.pressedAt = scrollY), true);
  addEventListener("focusin", (event) => seen.focus.push(event.target.nodeName), true);
  addEventListener("message", (event) => seen.told.push("message " + text(event.data)), true);
  for (const type of ["popstate", "hashchange", "error", "unhandledrejection"]) {
    addEventListener(type, (event) => seen.told.push(type + " " + location.href + " " + text(event.state || event.message || event.target.src)), true);
  }
  for (const name of ["ready", "failed", "step", "end", "resize"]) {
    document.addEventListener("ppimhs-finder-" + name, (event) => {
      // When the event `ready` arrives, the browser has not drawn the first screen yet. It draws
      // the screen one frame later.
      const drawn = () => requestAnimationFrame(() => (seen.readyAt = performance.now()));
      if (name === "ready") requestAnimationFrame(drawn);
      seen.finder.push(name + " " + JSON.stringify(event.detail));
    });
  }

  for (const level of ["log", "info", "warn", "error", "debug"]) {
    const say = console[level];
    console[level] = (...parts) => { seen.console.push(parts.join(" ")); say.apply(console, parts); };
  }
  for (const name of ["pushState", "replaceState"]) {
    const change = history[name];
    history[name] = function (state, title, url) { seen.history.push(JSON.stringify([state, title, url])); return change.apply(history, arguments); };
  }
  recordCalls(window, "fetch", seen.told);
  recordCalls(window, "open", seen.told);
  recordCalls(navigator, "sendBeacon", seen.told);
  recordCalls(XMLHttpRequest.prototype, "open", seen.told);
  recordCalls(XMLHttpRequest.prototype, "send", seen.told);
  recordCalls(window.Storage && Storage.prototype, "setItem", seen.told);

  new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      const name = attributeName ? attributeName + "=" + target.getAttribute(attributeName) : "";
      const added = Array.from(addedNodes, (node) => node.outerHTML || node.data);
      seen.told.push([type, target.nodeName, name, target.data, ...added].join(" "));
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  // Only Chromium reports layout shifts, which are movements of the page's content. A shift after
  // the visitor's own action does not count.
  if (window.PerformanceObserver && (PerformanceObserver.supportedEntryTypes || []).includes("layout-shift")) {
    const place = (node) => {
      const finder = document.querySelector("ppimhs-finder, iframe");
      const above = finder && finder.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
      return (above && !node.contains(finder) ? "above " : "") + (node.id || node.nodeName);
    };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, startTime, sources } of list.getEntries()) {
        const moved = sources.map(({ node }) => node && node.isConnected && place(node));
        const ready = startTime > seen.readyAt ? "ready" : "before";
        if (!hadRecentInput) seen.shifts.push([ready, value, ...moved].join(" "));
      }
    }).observe({ type: "layout-shift", buffered: true });
  }
})();
