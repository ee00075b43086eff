import { guarded } from "./natives.js";

// A click with one of these keys opens a new window, so this page stays open.
const hasKey = (event) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

const followCopy = (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !self.navigation || event.defaultPrevented || hasKey(event)) return;
  event.preventDefault();
  link.cloneNode().click();
};

/**
 * Follows each link in `root` through a copy outside the page. The browser's `navigate` event
 * contains the link that was clicked, and listeners could get from the link to the closed root.
 */
export const followCopies = (root) =>
  root.addEventListener("click", (event) => guarded(() => followCopy(event)));
