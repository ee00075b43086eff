// Whether this page can carry the widget: old scripts replace what a browser gives, and then the
// widget renders nothing, or looks alive and does not answer.

import { fault } from "./load-error.js";

/** Names that the widget tests things against, and what must pass. */
const classes = (place) => [
  ["Window", self],
  ["Element", place],
  ["ShadowRoot", place.getRootNode()],
];

const passes = ([name, thing]) => {
  try {
    return thing instanceof self[name];
  } catch (error) {
    return false;
  }
};

/** Whether a click reaches the place, and may do there what clicks do. */
const hears = (place) => {
  let heard = false;
  const listener = (event) => (heard = !event.defaultPrevented);
  place.addEventListener("click", listener);
  place.firstChild.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, composed: true })
  );
  place.removeEventListener("click", listener);
  return heard;
};

/** Throws what stands in the way. */
export const checkPage = (place) => {
  const broken = classes(place).filter((one) => !passes(one)).map(([name]) => name);
  ["TextDecoder", "TextEncoder"].forEach((name) => {
    if (typeof self[name] !== "function") broken.push(name);
  });
  if (broken.length) throw fault("page", "the page replaced " + broken.join(", "));
  if (!hears(place)) throw fault("page", "the page swallows clicks");
};
