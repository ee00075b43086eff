// What a host writes on the element, or in the address of frame.html, → what the script needs to
// know before the widget is there. What cannot be meant falls back, with one line in the console.

import { at } from "./resources.js";
import { complain } from "./constants.js";

/** Inside frame.html there is nobody to write attributes: they stand in its address. */
export const framed = location.href.split(/[?#]/)[0] === at("frame.html");

const address = new URLSearchParams(location.search);

export const attribute = (element, name) =>
  framed ? address.get(name) : element.getAttribute(name);

/** One of `known`; the first of them, if the host says nothing or nothing known. */
const oneOf = (element, name, known) => {
  const said = attribute(element, name);
  if (said === null || known.includes(said)) return said || known[0];
  complain(name + '="' + said.slice(0, 40) + '" is not known: use ' + known.join(" or "));
  return known[0];
};

/** The level of the first heading; the widget itself says what is wrong with it. */
export const level = (element) => {
  const said = /^\s*([1-4])\s*$/.exec(attribute(element, "heading-level"));
  return said ? Number(said[1]) : 2;
};

/** Which rungs of the ladder may be used. A frame holds no frame. */
export const mode = (element) =>
  framed ? "shadow" : oneOf(element, "mode", ["auto", "shadow", "frame"]);

/** Whether to load nothing until the visitor comes near. */
export const lazy = (element) =>
  !framed && oneOf(element, "loading", ["eager", "lazy"]) === "lazy";
