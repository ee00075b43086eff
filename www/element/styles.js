// When a visitor sees what: the host's own link until the styles and the start page are there, so
// that the page moves once and not twice. The help never waits long for its looks, and shows
// without if there are none.

import { STYLES, at, styles } from "./resources.js";
import { Later } from "./native-promise.js";
import { make } from "./create-element.js";

const PATIENCE_MS = 1000;

/** What makes `holder` visible in `root` of `element`. */
export const look = (element, root, holder) => {
  const slot = make("slot", {});
  let missing = 2;
  let wear = () => {};
  let tell;
  const seen = new Later((resolve) => (tell = resolve));
  const show = () => {
    slot.remove();
    holder.hidden = false;
    wear();
    tell();
  };
  const come = () => --missing || show();
  // The styles count in the text size that the visitor chose in their browser.
  const fit = () => holder.style.setProperty("--rem", getComputedStyle(element).fontSize);
  const adopt = (sheet) => {
    wear = () => {
      root.adoptedStyleSheets = [sheet];
      fit();
    };
    if (!holder.hidden) wear();
    come();
  };
  // For browsers that cannot adopt, and pages that forbid to fetch.
  const link = () => {
    const sheet = make("link", { rel: "stylesheet", href: at(STYLES) });
    sheet.onload = () => {
      fit();
      come();
    };
    sheet.onerror = come;
    root.prepend(sheet);
  };
  root.append(slot, holder);
  return {
    show,
    /** Resolves when it is visible. */
    seen,
    /** The start page is there. */
    come,
    /** Gives back what ends the wait. */
    dress() {
      const timer = setTimeout(show, PATIENCE_MS);
      styles().then(adopt, link);
      return () => clearTimeout(timer);
    },
  };
};
