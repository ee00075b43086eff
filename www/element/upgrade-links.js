// The plain link that every CMS lets through → the element, in its place, with the link inside for
// where nothing else runs. What an attribute of the element says, `data-` and its name say here.

import { NAME } from "./constants.js";

// By name: any other would let whoever may write a link write a handler.
const ATTRIBUTES = ["pathway", "trust", "heading-level", "mode", "loading", "exit", "lang"];

const upgrade = (link) => {
  const element = document.createElement(NAME);
  ATTRIBUTES.forEach((name) => {
    const said = link.getAttribute("data-" + name);
    if (said !== null) element.setAttribute(name, said);
  });
  link.parentNode.replaceChild(element, link);
  element.appendChild(link);
};

/** Now, and whenever more of the page comes. */
export const upgradeLinks = () => {
  const look = () =>
    document.querySelectorAll("a." + NAME).forEach((link) => {
      if (!link.closest(NAME)) upgrade(link);
    });
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};
