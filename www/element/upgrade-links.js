// Replaces each link with the class `ppimhs-finder` by an element `<ppimhs-finder>`, and puts the
// link inside this element.

import { NAME, warn } from "./constants.js";

// The attributes that an element takes from a link. It takes no others, because the author of a
// link must not be able to add event handlers.
const ATTRIBUTES = ["heading-level", "mode", "height", "loading", "lang"];
// The attributes of a link that contain an address. This address must be on the same site as this
// script, because visitors of a page may be able to write links there.
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

/** Replaces each link with the class `ppimhs-finder` that is not inside an element yet. */
export const upgradeLinks = () =>
  document.querySelectorAll("a." + NAME).forEach((link) => {
    if (!link.closest(NAME)) upgrade(link);
  });
