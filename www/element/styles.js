// The order in which a visitor sees things: the host's own link first, then the styles and the
// start page together, so that the page moves once. If they take longer than the limit, the container
// shows the help without styles, because help must not wait for a slow network.

import { createElement } from "./create-element.js";
import { guarded } from "./natives.js";
import { STYLESHEET, stylesheet, urlOf } from "./resources.js";

const LIMIT_MS = 50;

/** Puts `container` into `root` and gives the functions that load its styles and show it. */
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
  // A link serves browsers that cannot adopt a stylesheet, and pages that forbid fetch.
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
    /** Loads the stylesheet and returns a function that cancels the time limit. */
    load() {
      const timer = setTimeout(show, LIMIT_MS);
      stylesheet().then(adopt, link);
      return () => clearTimeout(timer);
    },
  };
  return styles;
};
