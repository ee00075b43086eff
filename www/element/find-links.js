// Finds links with the class `ppimhs-finder` on the host page, and loads the script that puts the
// element in their place.

import { NAME } from "./constants.js";
import { fallbacks } from "./resources.js";

/** Finds these links now, and again whenever the content of the page changes. */
export const findLinks = () => {
  const look = () => {
    if (!document.querySelector("a." + NAME)) return;
    fallbacks().then(({ upgradeLinks }) => upgradeLinks(), console.warn);
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};
