// The widget inside frame.html. It sends its events to the page around the frame, once that page
// has sent a greeting with its origin. Before, it sends only a greeting without content.

import { NAME } from "../element/constants.js";
import { decodeMessage, encodeMessage } from "./protocol.js";

const EVENTS = ["ready", "failed", "step", "end", "resize"];

/** The origin of the page around the frame, once it is known. */
let parentOrigin = null;
let unsent = {};

const send = (name, detail) => {
  if (parentOrigin) return parent.postMessage(encodeMessage(name, detail), parentOrigin);
  unsent[name] = detail;
  parent.postMessage(encodeMessage("hello"), "*");
};

const acceptParent = (origin) => {
  const messages = unsent;
  parentOrigin = origin;
  unsent = {};
  Object.keys(messages).forEach((name) => send(name, messages[name]));
};

const onMessage = (lifecycle, event) => {
  if (event.origin === "null") return;
  // The first page that sends a greeting is the parent; after that the origin must match.
  const message = decodeMessage(event, parent, parentOrigin || event.origin);
  if (!message) return;
  if (message.name === "hello") acceptParent(event.origin);
  if (message.name === "exit") {
    const button = lifecycle.mountPoint.querySelector("[data-action=exit]");
    if (button) button.click();
  }
};

/** Opens links to other sites in a new window, because few sites allow a frame. */
const openInNewWindow = ({ target }) => {
  const link = target.closest("a[href^=http]");
  if (!link || link.origin === location.origin) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
};

/** Connects the widget with the page around the frame. */
export const listenToParent = (lifecycle) => {
  if (parent === self) return;
  addEventListener("message", (event) => onMessage(lifecycle, event));
  EVENTS.forEach((name) =>
    lifecycle.element.addEventListener(NAME + "-" + name, ({ detail }) => send(name, detail))
  );
  lifecycle.root.addEventListener("click", openInNewWindow, true);
  parent.postMessage(encodeMessage("hello"), "*");
};

/** Puts the page at `address` in place of the page around the frame. */
export const exitFrame = (address) => {
  if (parentOrigin) return send("leave", { address });
  try {
    top.location.replace(address);
  } catch (error) {
    // A sandbox may forbid it.
  }
  // Some browsers forbid it without an error, so the frame at least starts again.
  location.reload();
};
