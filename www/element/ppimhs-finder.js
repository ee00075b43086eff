// The custom element. It knows no question and no answer, and holds no word that a visitor reads:
// the few it shows itself come from the pathway, through the build.
//
// This file and what it imports are what a page needs before its first paint. The rest is
// embed/ladder.js, fetched beside the widget.

import { Life } from "./lifecycle.js";
import { upgradeLinks } from "./upgrade-links.js";
import { NAME } from "./constants.js";

// What a host's trackers listen to. It stops at the shadow root, after the widget has seen it.
const PRIVATE = ["click", "input", "change", "keydown", "keyup", "submit"];

// Under a symbol and in a closure: the root stays closed, and no map is needed, which an old script
// may have replaced.
const LIFE = Symbol(NAME);

/** What an element does as it comes and goes. */
const lives = (element, root) => {
  let life = null;
  const slot = () => document.createElement("slot");
  // Whatever happens, what the host wrote can be seen.
  root.appendChild(slot());
  PRIVATE.forEach((type) => root.addEventListener(type, (event) => event.stopPropagation()));
  return {
    come() {
      if (life) return;
      root.textContent = "";
      try {
        life = new Life(element, root);
      } catch (error) {
        root.textContent = "";
        root.appendChild(slot());
        console.error(error);
      }
    },
    // An element that is only moved is put back before the next line, and keeps its journey.
    async go() {
      await null;
      if (element.isConnected || !life) return;
      life.end();
      life = null;
    },
  };
};

class Finder extends HTMLElement {
  constructor() {
    super();
    this[LIFE] = lives(this, this.attachShadow({ mode: "closed" }));
  }

  connectedCallback() {
    this[LIFE].come();
  }

  disconnectedCallback() {
    this[LIFE].go();
  }
}

// The script may stand on a page twice, in two versions: the first one serves every element.
if (!customElements.get(NAME)) {
  customElements.define(NAME, Finder);
  upgradeLinks();
}
