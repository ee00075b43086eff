// The attributes that the scripts read before the widget runs. A value that is not known falls
// back to the default, with one line in the console.

import { warn } from "./constants.js";
import { urlOf } from "./resources.js";

/** Whether this page is `frame.html`, which reads the attributes from its own address. */
export const isFrame = location.href.split(/[?#]/)[0] === urlOf("frame.html");

const parameters = new URLSearchParams(location.search);

export const attribute = (element, name) =>
  isFrame ? parameters.get(name) : element.getAttribute(name);

/** One of the `known` values; the first of them is the default. */
const oneOf = (element, name, known) => {
  const value = attribute(element, name);
  if (value === null || known.includes(value)) return value || known[0];
  warn(name + '="' + value.slice(0, 40) + '" is not known: use ' + known.join(" or "));
  return known[0];
};

/** The level of the first heading. The widget itself warns about a wrong value. */
export const headingLevel = (element) => {
  const match = /^\s*([1-4])\s*$/.exec(attribute(element, "heading-level"));
  return match ? Number(match[1]) : 2;
};

/** The fallbacks that may be used: all of them, those in this page, or the frame alone. */
export const mode = (element) =>
  isFrame ? "shadow" : oneOf(element, "mode", ["auto", "shadow", "frame"]);

/** Whether the widget loads only when the visitor comes near it. */
export const isLazy = (element) =>
  !isFrame && oneOf(element, "loading", ["eager", "lazy"]) === "lazy";
