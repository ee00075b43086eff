// Finds links with the class `ppimhs-finder` on the host page, and loads the script that replaces
// each link by an element `<ppimhs-finder>`.

import { NAME } from "./constants.js";
import { fallbacks } from "./resources.js";

/**
 * Finds links with the class `ppimhs-finder` now, and again whenever the content of the page
 * changes.
 */
export const findLinks = () => {
  const look = () => {
    if (!document.querySelector("a." + NAME)) return;
    fallbacks().then(({ upgradeLinks }) => upgradeLinks(), console.warn);
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};
