// Controls one element on the page: what it shows until the widget runs, and what it shows if the
// widget fails.

import { failed, failed_title, loading, title } from "../generated/crisis.json";
import { built } from "../generated/names.json";
import { attribute, headingLevel, isFrame, isLazy, mode, parentSettings } from "./attributes.js";
import { NAME } from "./constants.js";
import { createElement } from "./dom.js";
import { createEmpty, guarded, stopEvent } from "./natives.js";
import { allowsWasm, fallbacks, prefetchAll, resources, urlOf } from "./load-files.js";
import { guideUrl, staticHelp } from "./static-help.js";
import { prepareStyles } from "./loading-display.js";

const START_LIMIT_MS = 20000;
// The distance from the visible part of the page at which an element with `loading="lazy"` loads
// the widget.
const NEAR = "800px";

// The other bundles take these functions from the lifecycle. If they had their own copies, every
// file would load twice.
const shared = {
  allowsWasm,
  built,
  createEmpty,
  guarded,
  guideUrl,
  isFrame,
  parentSettings,
  resources,
  staticHelp,
  stopEvent,
  urlOf,
};

/**
 * Controls one element on the page, from its first display until it leaves the page. The element
 * shows the static help until the widget runs.
 */
export class Lifecycle {
  constructor(element, root) {
    const container = createElement("div", {});
    Object.assign(this, { element, root, container, cleanups: [] }, shared);
    this.mode = mode(element);
    this.headingLevel = headingLevel(element);
    this.styles = prepareStyles(root, container);
    this.show(staticHelp(this, title, loading));
    if (isLazy(element) && self.IntersectionObserver) return this.loadWhenNear();
    container.hidden = true;
    this.load();
  }

  attribute(name) {
    return attribute(this.element, name);
  }

  /**
   * Sends an event from the element to the host page. The event never contains a question, an
   * answer or an outcome.
   */
  emit(name, detail) {
    this.element.dispatchEvent(new CustomEvent(NAME + "-" + name, { bubbles: true, detail }));
  }

  /**
   * Shows `content` in a new container. The old container goes, because a failed widget may still
   * listen in it. Its margins stay inside it, so the element does not move when the styles arrive.
   */
  show(content) {
    const mountPoint = createElement("div", {}, content);
    mountPoint.style.display = "flow-root";
    if (this.mountPoint) this.mountPoint.remove();
    this.container.append(mountPoint);
    this.mountPoint = mountPoint;
  }

  loadWhenNear() {
    this.styles.show();
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        this.load();
      },
      { rootMargin: NEAR }
    );
    observer.observe(this.element);
    this.cleanups.push(() => observer.disconnect());
  }

  async load() {
    this.cleanups.push(this.styles.load());
    const onTimeout = () => this.fail({ code: "timeout", detail: START_LIMIT_MS + " ms" });
    this.timer = setTimeout(onTimeout, START_LIMIT_MS);
    try {
      const script = fallbacks();
      if (this.mode !== "frame") prefetchAll(this.attribute("pathway") || this.attribute("trust"));
      const { mountWithFallbacks } = await script;
      if (!this.isStopped) await mountWithFallbacks(this);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Shows fallback level 4: the static help. */
  fail(error) {
    if (this.isStopped) return;
    this.stop();
    const { code = "load", detail = error + "; is app/ beside this script?" } = error;
    console.error(NAME + ": " + code + ": " + detail);
    this.show(staticHelp(this, failed_title, failed));
    this.container.dataset.rung = 4;
    this.styles.show();
    if (this.isReady || this.startRequested) {
      this.mountPoint.querySelector("[tabindex]").focus({ preventScroll: true });
    }
    this.emit("failed", { code });
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.cleanups.forEach((cleanup) => cleanup());
  }

  /** Ends the widget after its element has left the page. */
  remove() {
    if (!this.isStopped) this.stop();
    this.root.textContent = "";
  }
}
