import { failed, failed_title, loading, title } from "../generated/crisis.json";
import { built } from "../generated/names.json";
import { attribute, headingLevel, isFrame, isLazy, mode } from "./attributes.js";
import { NAME } from "./constants.js";
import { createElement } from "./create-element.js";
import { loadError } from "./load-error.js";
import { allowsWasm, fallbacks, fetchBytes, prefetchAll, resources, urlOf } from "./resources.js";
import { staticHelp } from "./static-help.js";
import { prepareStyles } from "./styles.js";

const LIMIT_MS = 20000;
// The distance from the visible part of the page at which a lazy widget loads.
const NEAR = "800px";

// The other bundles take these from here, because a second copy would fetch every file twice.
const shared = { allowsWasm, built, fetchBytes, isFrame, resources, staticHelp, urlOf };

/** One element on the page: it shows the static help until the widget runs or has failed. */
export class Lifecycle {
  constructor(element, root) {
    const container = createElement("div", {});
    Object.assign(this, { element, root, container, cleanups: [] }, shared);
    this.mode = mode(element);
    this.headingLevel = headingLevel(element);
    this.styles = prepareStyles(element, root, container);
    this.show(staticHelp(this.headingLevel, title, loading));
    if (isLazy(element) && self.IntersectionObserver) return this.loadWhenNear();
    container.hidden = true;
    this.load();
  }

  attribute(name) {
    return attribute(this.element, name);
  }

  /** Whether the visitor can exit the page at once. */
  hasExit() {
    return (this.attribute("exit") || "").trim() !== "off";
  }

  /** Sends an event to the host page, never with a question, an answer or an outcome. */
  emit(name, detail) {
    this.element.dispatchEvent(new CustomEvent(NAME + "-" + name, { bubbles: true, detail }));
  }

  /** Shows `content` in a new mount point: a dead widget may still listen on the old one. */
  show(content) {
    const mountPoint = createElement("div", {}, content);
    if (this.mountPoint) this.mountPoint.replaceWith(mountPoint);
    else this.container.append(mountPoint);
    this.mountPoint = mountPoint;
  }

  loadWhenNear() {
    this.styles.show();
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.load(),
      { rootMargin: NEAR }
    );
    observer.observe(this.element);
    this.cleanups.push(() => observer.disconnect());
  }

  async load() {
    if (this.isLoading) return;
    this.isLoading = true;
    this.cleanups.push(this.styles.load());
    const onTimeout = () => this.fail(loadError("timeout", LIMIT_MS + " ms"));
    this.timer = setTimeout(onTimeout, LIMIT_MS);
    try {
      const script = fallbacks();
      if (this.mode !== "frame") prefetchAll(this.attribute("pathway") || this.attribute("trust"));
      const { mountWithFallbacks } = await script;
      if (!this.isStopped) await mountWithFallbacks(this);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The widget runs on this fallback level. */
  ready(level) {
    clearTimeout(this.timer);
    this.container.dataset.rung = level;
    this.isReady = true;
    this.emit("ready");
  }

  /** Shows the last fallback: the static help with a link to the plain guide. */
  fail(error) {
    if (this.isStopped) return;
    this.stop();
    const code = error.code || "load";
    console.error(NAME + ": " + code + ": " + (error.detail || error));
    this.show(staticHelp(this.headingLevel, failed_title, failed));
    this.styles.show();
    this.container.dataset.rung = 4;
    // A visitor who asked to exit leaves the page even without the address of the host.
    if (this.exitRequested) location.replace("about:blank");
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

  /** The element has left the page. */
  remove() {
    if (!this.isStopped) this.stop();
    this.root.textContent = "";
  }
}
