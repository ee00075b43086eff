// Decides what the visitor sees while the widget loads. First the visitor sees the host's own link.
// Then the start page replaces it, together with its styles, so that the page moves only once. If
// the styles take too long, the start page shows without styles, because help must not wait.

import { createElement } from "./create-element.js";
import { guarded } from "./natives.js";
import { STYLESHEET, stylesheet, urlOf } from "./resources.js";

const LIMIT_MS = 300;

/** Adds `container` to `root`. Returns the functions that load its styles and show it. */
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
  // One rem of the widget is the text size that the visitor chose in the browser.
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
  // Some browsers and pages cannot use the stylesheet from a script. They use a link to it.
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
    /** Loads the stylesheet. Returns a function that cancels the time limit. */
    load() {
      const timer = setTimeout(show, LIMIT_MS);
      stylesheet().then(adopt, link);
      return () => clearTimeout(timer);
    },
  };
  return styles;
};
