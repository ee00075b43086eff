// A plain link of the class `ppimhs-finder` becomes the element, with the link inside it.

import { NAME, warn } from "./constants.js";

// Only these attributes carry over: an author who may write a link must not gain event handlers.
const ATTRIBUTES = ["heading-level", "mode", "height", "loading", "lang"];
// These lie on the site of the script, because visitors of a page may be able to write links too.
const ADDRESSES = ["pathway", "trust", "exit"];

const isOnScriptSite = (address) => {
  try {
    const { origin } = new URL(import.meta.url);
    return address !== "off" && new URL(address, document.baseURI).origin === origin;
  } catch (error) {
    return false;
  }
};

const upgrade = (link) => {
  const element = document.createElement(NAME);
  ATTRIBUTES.concat(ADDRESSES).forEach((name) => {
    const value = link.getAttribute("data-" + name);
    if (value === null) return;
    if (ATTRIBUTES.includes(name) || isOnScriptSite(value)) element.setAttribute(name, value);
    else warn("data-" + name + ": a link takes only an address on the site of the script");
  });
  link.parentNode.replaceChild(element, link);
  element.appendChild(link);
};

/** Upgrades every link that is not in an element yet. */
export const upgradeLinks = () =>
  document.querySelectorAll("a." + NAME).forEach((link) => {
    if (!link.closest(NAME)) upgrade(link);
  });
