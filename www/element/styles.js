// Decides what the visitor sees while the widget loads. First the visitor sees the host's own link.
// The help replaces it before the styles arrive, because help must not wait. The start page then
// replaces the help, together with its styles, so that no text moves while the visitor reads it.

import { createElement } from "./create-element.js";
import { guarded } from "./natives.js";
import { resources, STYLESHEET, urlOf } from "./resources.js";

// How long the help waits for the start page and its styles.
const HELP_MS = 30;

/**
 * Adds the widget's container to the shadow root. Returns the functions that load the styles and
 * show the container.
 */
export const prepareStyles = (element, root, container) => {
  const slot = createElement("slot", {});
  // One rem of the widget is the text size that the visitor chose in the browser.
  const setRem = () => container.style.setProperty("--rem", getComputedStyle(element).fontSize);
  // Some browsers and pages cannot use the stylesheet from a script. They use a link to it.
  const link = () => {
    const sheet = createElement("link", { rel: "stylesheet", href: urlOf(STYLESHEET) });
    sheet.addEventListener("load", setRem);
    root.prepend(sheet);
  };
  const apply = (sheet) => {
    try {
      root.adoptedStyleSheets = [sheet];
      setRem();
    } catch (error) {
      link();
    }
  };
  const reveal = () => {
    slot.remove();
    container.hidden = false;
  };
  root.append(slot, container);
  return {
    /** Starts to load the styles. Returns a function that cancels the time limit. */
    load() {
      resources.stylesheet().catch(() => {});
      const timer = setTimeout(() => guarded(reveal), HELP_MS);
      return () => clearTimeout(timer);
    },
    /** Shows `container` with its styles. */
    show() {
      reveal();
      resources.stylesheet().then(
        (sheet) => guarded(() => apply(sheet)),
        () => guarded(link)
      );
    },
  };
};
