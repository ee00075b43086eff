// Finds links with the class `ppimhs-finder`, and loads the script that replaces them by the
// element.

import { NAME } from "./constants.js";
import { fallbacks } from "./resources.js";

/** Replaces every such link, now and whenever the page changes. */
export const findLinks = () => {
  const look = () => {
    if (!document.querySelector("a." + NAME)) return;
    fallbacks().then(({ upgradeLinks }) => upgradeLinks(), console.warn);
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};
