// Decides what the visitor sees while the widget loads. First the visitor sees the host's own link.
// The help replaces it before the styles arrive, because help must not wait. The start page then
// replaces the help, together with its styles, so that no text moves while the visitor reads it.

import { createElement } from "./dom.js";
import { guarded } from "./natives.js";
import { resources } from "./load-files.js";

// How long the help waits for the start page and its styles.
const HELP_MS = 30;

/**
 * Adds the widget's container to the shadow root. Returns the functions that load the styles and
 * show the container.
 */
export const prepareStyles = (root, container) => {
  const slot = createElement("slot", {});
  const show = () => {
    slot.remove();
    container.hidden = false;
  };
  root.append(slot, container);
  return {
    show,
    /** Starts to load the styles. Returns a function that cancels the time limit. */
    load() {
      resources.stylesheet();
      const timer = setTimeout(() => guarded(show), HELP_MS);
      return () => clearTimeout(timer);
    },
  };
};
