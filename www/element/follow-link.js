import { guarded } from "./natives.js";

// If the visitor holds Alt, Control, Meta or Shift during a click on a link, the browser opens a
// new window or tab, and this page stays open.
const hasKey = (event) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

const followCopy = (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !self.navigation || event.defaultPrevented || hasKey(event)) return;
  event.preventDefault();
  link.cloneNode().click();
};

/**
 * Follows each link of the widget through a copy of the link that is not in the page. The browser
 * tells the host page in the event `navigate` which link was clicked. From the original link, the
 * host page could reach the closed shadow root.
 */
export const followCopies = (root) =>
  root.addEventListener("click", (event) => guarded(() => followCopy(event)));
