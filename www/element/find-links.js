// Finds links with the class `ppimhs-finder` on the host page, and loads the script that puts an
// element `<ppimhs-finder>` beside each link.

import { NAME } from "./constants.js";
import { links } from "./load-files.js";

/**
 * Finds links with the class `ppimhs-finder` now, and again whenever the content of the page
 * changes.
 */
export const findLinks = () => {
  const look = () => {
    if (!document.querySelector("a." + NAME)) return;
    links().then(({ upgradeLinks }) => upgradeLinks(), console.warn);
  };
  look();
  new MutationObserver(look).observe(document, {
    attributeFilter: ["contenteditable"],
    childList: true,
    subtree: true,
  });
};
