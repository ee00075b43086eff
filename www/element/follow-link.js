import { guarded } from "./natives.js";

// A click with a key opens another window, which tells the page nothing.
const hasKey = (event) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

const followCopy = (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !self.navigation || event.defaultPrevented || hasKey(event)) return;
  event.preventDefault();
  link.cloneNode().click();
};

/**
 * Follows each link in `root` through a copy that stands nowhere: the browser hands the link that it
 * follows to every listener of `navigate`, and the closed root with it.
 */
export const followCopies = (root) =>
  root.addEventListener("click", (event) => guarded(() => followCopy(event)));
