// A plain link of the class `ppimhs-finder` becomes the element, with the link inside it.

import { NAME } from "./constants.js";

// Only these attributes carry over: an author who may write a link must not gain event handlers.
const ATTRIBUTES = ["pathway", "trust", "heading-level", "mode", "loading", "exit", "lang"];

const upgrade = (link) => {
  const element = document.createElement(NAME);
  ATTRIBUTES.forEach((name) => {
    const value = link.getAttribute("data-" + name);
    if (value !== null) element.setAttribute(name, value);
  });
  link.parentNode.replaceChild(element, link);
  element.appendChild(link);
};

/** Upgrades every link on the page, now and whenever the page changes. */
export const upgradeLinks = () => {
  const upgradeAll = () =>
    document.querySelectorAll("a." + NAME).forEach((link) => {
      if (!link.closest(NAME)) upgrade(link);
    });
  upgradeAll();
  new MutationObserver(upgradeAll).observe(document, { childList: true, subtree: true });
};
