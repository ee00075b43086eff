// When a visitor sees what: the host's own link until the styles and the start page are there, so
// that the page moves once and not twice. The help never waits long for its looks, and shows
// without if there are none.

import { at } from "./fetched.js";
import { make } from "./make.js";

const PATIENCE_MS = 1000;

/** What makes `holder` visible in `root` of `element`. */
export const look = (element, root, holder) => {
  const slot = make("slot", {});
  let missing = 2;
  const show = () => {
    slot.remove();
    holder.hidden = false;
  };
  const come = () => --missing || show();
  root.append(slot, holder);
  return {
    show,
    /** The start page is there. */
    come,
    /** Fetches the styles. */
    dress() {
      const styles = make("link", { rel: "stylesheet", href: at("styles/widget.css") });
      styles.onload = () => {
        // The styles count in the text size that the visitor chose in their browser.
        holder.style.setProperty("--rem", getComputedStyle(element).fontSize);
        come();
      };
      styles.onerror = come;
      setTimeout(show, PATIENCE_MS);
      root.prepend(styles);
    },
  };
};
