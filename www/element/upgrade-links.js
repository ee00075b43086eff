// Puts the element beside each link with the class `ppimhs-finder`, and hides the link. The link
// stays where it is, because the host's own scripts may remove it later, as React does.

import { NAME, warn } from "./constants.js";

// The attributes that an element takes from a link. It takes no others, because the author of a
// link must not be able to add event handlers.
const ATTRIBUTES = ["heading-level", "mode", "height", "loading", "lang"];
// The attributes of a link that contain an address. This address must be on the same site as this
// script, because visitors of a page may be able to write links there.
const ADDRESSES = ["pathway", "trust", "exit"];

/** Each link and its element. */
let upgraded = [];

const isOnScriptSite = (address) => {
  try {
    const { origin } = new URL(import.meta.url);
    return address !== "off" && new URL(address, document.baseURI).origin === origin;
  } catch (error) {
    return false;
  }
};

/** Returns true if a person edits the page. The editor would save the element with the text. */
const isEdited = (link) => link.isContentEditable || document.designMode === "on";

/**
 * Returns a copy of the link for the element. The element's help leads to the address of the link,
 * so a link to a third site becomes plain text.
 */
const copyOf = (link) => {
  const isOwn = link.origin === location.origin || isOnScriptSite(link.href);
  if (!isOwn) return link.textContent;
  const copy = link.cloneNode(true);
  copy.removeAttribute("id");
  return copy;
};

const upgrade = (link) => {
  const element = document.createElement(NAME);
  ATTRIBUTES.concat(ADDRESSES).forEach((name) => {
    const value = link.getAttribute("data-" + name);
    if (value === null) return;
    if (ATTRIBUTES.includes(name) || isOnScriptSite(value)) element.setAttribute(name, value);
    else warn("data-" + name + ": a link takes only an address on the site of the script");
  });
  element.append(copyOf(link));
  link.after(element);
  link.hidden = true;
  // Styles of the page may show a hidden link.
  link.style.setProperty("display", "none", "important");
  upgraded.push([link, element]);
};

/** Removes the element of a link that left the page or that a person edits. */
const keepUpgraded = ([link, element]) => {
  if (link.isConnected && !isEdited(link)) return true;
  element.remove();
  link.hidden = false;
  link.style.removeProperty("display");
  if (!link.getAttribute("style")) link.removeAttribute("style");
  return false;
};

/** Adds an element to every visible link, and removes the elements that are no longer needed. */
export const upgradeLinks = () => {
  upgraded = upgraded.filter(keepUpgraded);
  document.querySelectorAll("a." + NAME + ":not([hidden])").forEach((link) => {
    if (!link.closest(NAME) && !isEdited(link)) upgrade(link);
  });
};
