// The custom element. It knows no question and no answer, and holds no word that a visitor reads:
// the few it shows itself come from the pathway, through the build.
//
// This file and what it imports are what a page needs before its first paint. The rest is
// embed/ladder.js, fetched beside the widget.

import { Life } from "./embed/life.js";
import { upgradeLinks } from "./embed/links.js";
import { NAME } from "./embed/name.js";

// What a host's trackers listen to. It stops at the shadow root, after the widget has seen it.
const PRIVATE = ["click", "input", "change", "keydown", "keyup", "submit"];

/** The root of each element, and the life it leads. */
const roots = new WeakMap();

class Finder extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: "closed" });
    PRIVATE.forEach((type) => root.addEventListener(type, (event) => event.stopPropagation()));
    roots.set(this, { root });
  }

  connectedCallback() {
    const mine = roots.get(this);
    if (!mine.life) mine.life = new Life(this, mine.root);
  }

  // An element that is only moved is put back before the next line, and keeps its journey.
  async disconnectedCallback() {
    await null;
    const mine = roots.get(this);
    if (this.isConnected || !mine.life) return;
    mine.life.end();
    mine.life = null;
  }
}

// The script may stand on a page twice, in two versions: the first one serves every element.
if (!customElements.get(NAME)) {
  customElements.define(NAME, Finder);
  upgradeLinks();
}
