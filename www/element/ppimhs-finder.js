// The custom element. This bundle holds what a page needs before its first paint, and no word that
// visitors read: the build takes those from the pathway.

import { createEmpty, guarded } from "./natives.js";
import { NAME } from "./constants.js";
import { createWith } from "./create-element.js";
import { findLinks } from "./find-links.js";
import { followCopies } from "./follow-link.js";
import { Lifecycle } from "./lifecycle.js";

// A symbol and a closure keep the root private without a WeakMap, which old scripts may replace.
const CALLBACKS = Symbol(NAME);

const createCallbacks = (element) => {
  let lifecycle = null;
  // The slot shows the content that the host wrote.
  const slot = createEmpty("slot");
  const root = element.attachShadow({ mode: "closed" });
  root.append(slot);
  followCopies(root);
  return {
    connect() {
      if (lifecycle) return;
      root.textContent = "";
      try {
        lifecycle = new Lifecycle(element, root);
      } catch (error) {
        root.textContent = "";
        root.append(slot);
        console.error(error);
      }
    },
    // An element that a script moves is back before the next line, and keeps its journey.
    async disconnect() {
      await null;
      if (element.isConnected || !lifecycle) return;
      guarded(() => lifecycle.remove());
      lifecycle = null;
    },
  };
};

class FinderElement extends HTMLElement {
  // `attachInternals` would give the closed root to every script of the page.
  static get disabledFeatures() {
    return ["internals"];
  }

  constructor() {
    super();
    this[CALLBACKS] = guarded(() => createCallbacks(this));
  }

  connectedCallback() {
    guarded(this[CALLBACKS].connect);
  }

  disconnectedCallback() {
    this[CALLBACKS].disconnect();
  }
}

createWith(createEmpty);

// Where a page includes the script twice, the first one serves every element.
if (!customElements.get(NAME)) {
  customElements.define(NAME, FinderElement);
  findLinks();
}
