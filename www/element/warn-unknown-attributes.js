// Warns the web editor in the console about values of attributes that the element does not know.

import { warn } from "./constants.js";
import { languageOf } from "./language.js";

const KNOWN = { mode: ["auto", "shadow", "frame"], loading: ["eager", "lazy"] };

/** Warns in the console about each attribute of the element with an unknown value. */
export const warnUnknown = (lifecycle) => {
  Object.keys(KNOWN).forEach((name) => {
    const value = lifecycle.attribute(name);
    if (value === null || lifecycle.isFrame || KNOWN[name].includes(value)) return;
    warn(name + '="' + value.slice(0, 40) + '" is not known: use ' + KNOWN[name].join(" or "));
  });
  // The script for a page's own files warns about their language.
  const hasOwnFiles = lifecycle.attribute("pathway") || lifecycle.attribute("trust");
  if (!hasOwnFiles) languageOf(lifecycle);
};
