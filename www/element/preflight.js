// Detects a host page whose scripts have replaced functions that the widget needs.

import { loadError } from "./load-error.js";

/**
 * The classes that the widget uses, each with an object of the page. The object must be an instance
 * of the class.
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

/** Returns true if a click reaches the container and its default action is not prevented. */
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

/** Throws an error if the widget cannot run in this page. */
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
