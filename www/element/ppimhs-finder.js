// Defines the custom element. This bundle contains the code for the first paint. Its words come
// from the pathway through the build.

import { createEmpty, guarded } from "./natives.js";
import { NAME } from "./constants.js";
import { createWith } from "./create-element.js";
import { findLinks } from "./find-links.js";
import { followCopies } from "./follow-link.js";
import { Lifecycle } from "./lifecycle.js";

// A symbol and a closure keep the root private. A WeakMap is not safe, because old scripts may
// replace it.
const CALLBACKS = Symbol(NAME);

const createCallbacks = (element) => {
  let lifecycle = null;
  // The slot shows the host's own content.
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
    // A script may move the element. It is then connected again at once, and the journey continues.
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

// If the page contains the script twice, only the first copy defines the element.
if (!customElements.get(NAME)) {
  customElements.define(NAME, FinderElement);
  findLinks();
}
