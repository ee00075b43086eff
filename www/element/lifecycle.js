// One life of an element on the page: from a page that only stands there to the widget, or to the
// help and the plain guide.

import { failed, failed_title, loading, title } from "../generated/crisis.json";
import { built } from "../generated/names.json";
import { attribute, framed, lazy, level, mode } from "./attributes.js";
import { at, bytes, compiles, fetchAll, files, ladder } from "./resources.js";
import { look } from "./styles.js";
import { make } from "./create-element.js";
import { NAME } from "./constants.js";
import { standby } from "./static-help.js";

const TIMEOUT_MS = 20000;
// A lazy widget loads when it is so near to what the visitor sees.
const NEAR = "800px";

// What the ladder shares with this script: a second copy would fetch twice.
const shared = { at, built, bytes, compiles, files, framed, standby };

export class Life {
  constructor(element, root) {
    const holder = make("div", {});
    Object.assign(this, { element, root, holder, ends: [] }, shared);
    this.mode = mode(element);
    this.level = level(element);
    this.look = look(element, root, holder);
    this.put(standby(this.level, title, loading));
    if (lazy(element) && self.IntersectionObserver) return this.waitForVisitor();
    holder.hidden = true;
    this.load();
  }

  attribute(name) {
    return attribute(this.element, name);
  }

  /** Whether there is a way to leave at once. */
  exits() {
    return (this.attribute("exit") || "").trim() !== "off";
  }

  /** Tells the host's page. Never a question, an answer or an outcome. */
  tell(name, detail) {
    this.element.dispatchEvent(new CustomEvent(NAME + "-" + name, { bubbles: true, detail }));
  }

  /** Shows `content` in a new place: an old one may still have a dead widget's ears. */
  put(content) {
    const place = make("div", {}, content);
    if (this.place) this.place.replaceWith(place);
    else this.holder.append(place);
    this.place = place;
  }

  waitForVisitor() {
    this.look.show();
    const observer = new IntersectionObserver(
      (seen) => seen.some((entry) => entry.isIntersecting) && this.load(),
      { rootMargin: NEAR }
    );
    observer.observe(this.element);
    this.ends.push(() => observer.disconnect());
  }

  async load() {
    if (this.loads) return;
    this.loads = true;
    this.ends.push(this.look.dress());
    const late = () => this.fail("timeout", TIMEOUT_MS + " ms");
    this.timer = setTimeout(late, TIMEOUT_MS);
    const coming = ladder();
    if (this.mode !== "frame") fetchAll(this.attribute("pathway") || this.attribute("trust"));
    try {
      const { climb } = await coming;
      if (!this.over) await climb(this);
    } catch (error) {
      this.fail(error.code || "load", error.detail || error);
    }
  }

  /** The widget stands on this rung of the ladder. */
  ready(rung) {
    clearTimeout(this.timer);
    this.holder.dataset.rung = rung;
    this.isReady = true;
    this.tell("ready");
  }

  /** The help and the plain guide: the last rung that a script can show. */
  fail(code, detail) {
    if (this.over) return;
    this.stop();
    console.error(NAME + ": " + code + ": " + detail);
    this.put(standby(this.level, failed_title, failed));
    this.look.show();
    this.holder.dataset.rung = 4;
    // Whoever asked to leave, and cannot be taken where the host says, is at least gone from here.
    if (this.leaves) location.replace("about:blank");
    if (this.isReady || this.pressed) {
      this.place.querySelector("[tabindex]").focus({ preventScroll: true });
    }
    this.tell("failed", { code });
  }

  stop() {
    this.over = true;
    clearTimeout(this.timer);
    this.ends.forEach((end) => end());
  }

  end() {
    if (!this.over) this.stop();
    this.root.textContent = "";
  }
}
