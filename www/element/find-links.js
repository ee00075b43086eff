// A plain link of the class `ppimhs-finder` becomes the element. The script that does it loads only
// where there is such a link.

import { NAME } from "./constants.js";
import { fallbacks } from "./resources.js";

/** Upgrades every link on the page, now and whenever the page changes. */
export const findLinks = () => {
  const look = () => {
    if (!document.querySelector("a." + NAME)) return;
    fallbacks().then(({ upgradeLinks }) => upgradeLinks(), console.warn);
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};
