// The widget inside frame.html. It sends its events to the page around the frame, once that page
// has sent a greeting with its origin. Before, it sends only a greeting without content.

import { NAME } from "../element/constants.js";
import { loadError } from "../element/load-error.js";
import { NativePromise } from "../element/native-promise.js";
import { isQuiet } from "../element/quiet.js";
import { decodeMessage, encodeMessage, SETTINGS } from "./protocol.js";

const EVENTS = ["ready", "failed", "step", "end", "resize"];
// The page around the frame may still load its script.
const GREETING_MS = 5000;

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

const onMessage = (lifecycle, event, onGreeting) => {
  if (event.origin === "null") return;
  // The first page that sends a greeting is the parent; after that the origin must match.
  const message = decodeMessage(event, parent, parentOrigin || event.origin);
  if (!message) return;
  if (message.name === "hello") {
    if (!parentOrigin) onGreeting(message.detail);
    acceptParent(event.origin);
  }
  if (message.name === "exit") {
    const button = lifecycle.mountPoint.querySelector("[data-action=exit]");
    if (button) button.click();
  }
};

/** Whether the page around the frame may learn of an event. */
const mayTell = (lifecycle, name) =>
  !isQuiet(lifecycle) || name === "ready" || (name === "failed" && !lifecycle.isReady);

/** Opens links to other sites in a new window, because few sites allow a frame. */
const openInNewWindow = ({ target }) => {
  const link = target.closest("a[href^=http]");
  if (!link || link.origin === location.origin) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
};

/** The settings that the address of this frame names; their values must come with the greeting. */
const namedSettings = () => {
  const parameters = new URLSearchParams(location.search);
  return SETTINGS.filter((name) => parameters.get(name));
};

/** Waits for the greeting where the address names settings. */
const untilGreeted = (greeted) =>
  new NativePromise((resolve, reject) => {
    const named = namedSettings();
    if (!named.length) return resolve();
    const onTimeout = () => {
      // Other files than the named ones would show the numbers of another trust.
      if (!named.some((name) => name !== "exit")) return resolve();
      const advice = named.join(", ") + ": the page around the frame needs frame.js";
      reject(loadError("frame", advice, true));
    };
    const timer = setTimeout(onTimeout, GREETING_MS);
    greeted.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Puts the page at `address` in place of the page around the frame. */
const exitFrame = (address) => {
  if (parentOrigin) send("leave", { address });
  else top.location.replace(address);
};

/** Connects the widget with the page around the frame; resolves when its settings are known. */
export const listenToParent = (lifecycle) => {
  lifecycle.exitFrame = exitFrame;
  const greeted = new NativePromise((resolve) => {
    const onGreeting = (settings) => {
      Object.assign(lifecycle.parentSettings, settings);
      resolve();
    };
    addEventListener("message", (event) => onMessage(lifecycle, event, onGreeting));
  });
  EVENTS.forEach((name) =>
    lifecycle.element.addEventListener(NAME + "-" + name, ({ detail }) => {
      if (mayTell(lifecycle, name)) send(name, detail);
    })
  );
  lifecycle.root.addEventListener("click", openInNewWindow, true);
  parent.postMessage(encodeMessage("hello"), "*");
  return untilGreeted(greeted);
};

