// Defines the element `<ppimhs-finder>`. This bundle contains all code that the first display of
// the help needs. The build puts the words of the pathway into the bundle.

import { createEmpty, guarded } from "./natives.js";
import { NAME } from "./constants.js";
import { createWith } from "./dom.js";
import { findLinks } from "./find-links.js";
import { followCopies } from "./follow-link.js";
import { Lifecycle } from "./lifecycle.js";

// The key of the element's callbacks. A symbol as the key, and a closure around the shadow root,
// hide the root from the host page. A WeakMap would be unsafe, because an old script on the page
// may replace it.
const CALLBACKS = Symbol(NAME);

const createCallbacks = (element) => {
  let lifecycle;
  // The slot displays the content that the host page has put into the element.
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
    // If a script moves the element, the browser disconnects the element and connects it again at
    // once. The journey then continues.
    async disconnect() {
      await null;
      if (element.isConnected || !lifecycle) return;
      guarded(() => lifecycle.remove());
      lifecycle = null;
    },
  };
};

class FinderElement extends HTMLElement {
  // This setting disables `attachInternals`, which would give the closed shadow root to every
  // script of the page.
  static get disabledFeatures() {
    return ["internals"];
  }

  constructor() {
    super();
    // A class of the host page that extends this class could allow the internals again. Its element
    // has no shadow root, and shows only the content that the host page has put into it.
    if (new.target === FinderElement) this[CALLBACKS] = guarded(() => createCallbacks(this));
  }

  connectedCallback() {
    guarded(this[CALLBACKS].connect);
  }

  disconnectedCallback() {
    this[CALLBACKS].disconnect();
  }
}

createWith(createEmpty);

// If the page contains this script twice, only the first copy defines the element.
if (!customElements.get(NAME)) {
  customElements.define(NAME, Object.freeze(FinderElement));
  findLinks();
}
