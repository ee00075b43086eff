// Replaces a link with the class `ppimhs-finder` by the element, and puts the link inside it.

import { NAME, warn } from "./constants.js";

// Only these attributes are copied. An author of a link must not be able to add event handlers.
const ATTRIBUTES = ["heading-level", "mode", "height", "loading", "lang"];
// Files at these addresses must be on the site of the script, because visitors of a page may write
// links.
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

/** Replaces every link that is not in an element yet. */
export const upgradeLinks = () =>
  document.querySelectorAll("a." + NAME).forEach((link) => {
    if (!link.closest(NAME)) upgrade(link);
  });
