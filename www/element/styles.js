// Decides what the visitor sees while the widget loads. First the visitor sees the host's own link.
// The start page then replaces this link, together with the styles, so that the content of the page
// moves only once. If the styles take too long, the start page shows without styles, because the
// help must not wait.

import { createElement } from "./create-element.js";
import { guarded } from "./natives.js";
import { STYLESHEET, stylesheet, urlOf } from "./resources.js";

const LIMIT_MS = 300;

/**
 * Adds the widget's container to the shadow root and hides it. Returns the functions that load the
 * styles and show the container.
 */
export const prepareStyles = (element, root, container) => {
  const slot = createElement("slot", {});
  let missing = 2;
  let apply = () => {};
  const show = () =>
    guarded(() => {
      slot.remove();
      container.hidden = false;
      apply();
      styles.isShown = true;
      styles.onShown();
    });
  const partReady = () => --missing || show();
  // The styles use `--rem` as their unit of length. It is the text size that the visitor chose in
  // the browser.
  const setRem = () => container.style.setProperty("--rem", getComputedStyle(element).fontSize);
  const adopt = (sheet) => {
    apply = () => {
      try {
        root.adoptedStyleSheets = [sheet];
        setRem();
      } catch (error) {
        link();
      }
    };
    guarded(() => container.hidden || apply());
    partReady();
  };
  // Loads the stylesheet through a link in the shadow root. Some browsers and pages refuse a
  // stylesheet that a script creates.
  const link = () => {
    const sheet = createElement("link", { rel: "stylesheet", href: urlOf(STYLESHEET) });
    sheet.onload = () => {
      setRem();
      partReady();
    };
    sheet.onerror = partReady;
    root.prepend(sheet);
  };
  root.append(slot, container);
  const styles = {
    show,
    onShown() {},
    startPageReady: partReady,
    /**
     * Loads the stylesheet, and shows the container without styles if this takes too long. Returns
     * a function that cancels the time limit.
     */
    load() {
      const timer = setTimeout(show, LIMIT_MS);
      stylesheet().then(adopt, link);
      return () => clearTimeout(timer);
    },
  };
  return styles;
};
