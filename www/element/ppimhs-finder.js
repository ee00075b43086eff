// The custom element. This bundle holds what a page needs before its first paint, and no word that
// visitors read: the build takes those from the pathway.

import { NAME } from "./constants.js";
import { Lifecycle } from "./lifecycle.js";
import { upgradeLinks } from "./upgrade-links.js";

// These events stop at the shadow root, after the widget has seen them: scripts of the host page
// must not learn an answer.
const PRIVATE_EVENTS = ["click", "input", "change", "keydown", "keyup", "submit"];

// A symbol and a closure keep the root private without a WeakMap, which old scripts may replace.
const CALLBACKS = Symbol(NAME);

const createCallbacks = (element, root) => {
  let lifecycle = null;
  // The slot shows the content that the host wrote.
  const addSlot = () => root.appendChild(document.createElement("slot"));
  addSlot();
  PRIVATE_EVENTS.forEach((type) =>
    root.addEventListener(type, (event) => event.stopPropagation())
  );
  return {
    connect() {
      if (lifecycle) return;
      root.textContent = "";
      try {
        lifecycle = new Lifecycle(element, root);
      } catch (error) {
        root.textContent = "";
        addSlot();
        console.error(error);
      }
    },
    // An element that a script moves is back before the next line, and keeps its journey.
    async disconnect() {
      await null;
      if (element.isConnected || !lifecycle) return;
      lifecycle.remove();
      lifecycle = null;
    },
  };
};

class FinderElement extends HTMLElement {
  constructor() {
    super();
    this[CALLBACKS] = createCallbacks(this, this.attachShadow({ mode: "closed" }));
  }

  connectedCallback() {
    this[CALLBACKS].connect();
  }

  disconnectedCallback() {
    this[CALLBACKS].disconnect();
  }
}

// Where a page includes the script twice, the first one serves every element.
if (!customElements.get(NAME)) {
  customElements.define(NAME, FinderElement);
  upgradeLinks();
}
