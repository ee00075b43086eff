// Tests before the start of the widget whether the host page has replaced functions that the widget
// needs.

import { loadError } from "./load-error.js";

/**
 * Pairs of the name of a class that the widget uses, and an object of the page that must be an
 * instance of this class.
 */
const instances = (mountPoint) => [
  ["Window", self],
  ["Element", mountPoint],
  ["ShadowRoot", mountPoint.getRootNode()],
];

const isInstance = ([name, object]) => {
  try {
    return object instanceof self[name];
  } catch (error) {
    return false;
  }
};

/**
 * Sends a click to the widget's container. Returns true if the click arrives there and the page
 * does not cancel its default action.
 */
const receivesClicks = (mountPoint) => {
  let received = false;
  const listener = (event) => (received = !event.defaultPrevented);
  mountPoint.addEventListener("click", listener);
  mountPoint.firstChild.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, composed: true })
  );
  mountPoint.removeEventListener("click", listener);
  return received;
};

/** Throws an error if the scripts of the host page prevent the widget from running. */
export const checkPage = (mountPoint) => {
  const replaced = instances(mountPoint)
    .filter((pair) => !isInstance(pair))
    .map(([name]) => name);
  ["TextDecoder", "TextEncoder"].forEach((name) => {
    if (typeof self[name] !== "function") replaced.push(name);
  });
  if (replaced.length) throw loadError("page", "the page replaced " + replaced.join(", "));
  if (!receivesClicks(mountPoint)) throw loadError("page", "the page swallows clicks");
};
