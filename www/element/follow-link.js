import { guarded } from "./natives.js";

// The host page may replace this property later, and still receive its events.
const navigation = self.navigation;

const followCopy = (event) => {
  const link = event.target.closest("a[href]");
  // If the visitor holds one of these keys during a click on a link, the browser opens a new window
  // or tab, and this page stays open.
  const hasKey = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || !navigation || event.defaultPrevented || hasKey) return;
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
