// When a visitor sees what: the host's own link until the styles are there, so that the page moves
// once and not twice. The help never waits long for its looks, and shows without if there are none.

import { at } from "./fetched.js";
import { make } from "./make.js";

const PATIENCE_MS = 1000;

/** Shows `holder` in `root` of `element`; `hidden` until it is dressed. */
export const look = (element, root, holder) => {
  const slot = make("slot", {});
  const show = () => {
    slot.remove();
    holder.hidden = false;
  };
  root.append(slot, holder);
  return {
    show,
    dress() {
      const styles = make("link", { rel: "stylesheet", href: at("styles/widget.css") });
      styles.onload = () => {
        // The styles count in the text size that the visitor chose in their browser.
        holder.style.setProperty("--rem", getComputedStyle(element).fontSize);
        show();
      };
      styles.onerror = show;
      setTimeout(show, PATIENCE_MS);
      root.prepend(styles);
    },
  };
};
