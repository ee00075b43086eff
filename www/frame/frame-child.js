// Connects the widget in frame.html with the page around the frame. The page first sends a
// greeting, from which the frame learns the origin of the page. Only then does the frame send
// events. Before, it sends empty greetings.

import { NAME } from "../element/constants.js";
import { loadError } from "../element/load-error.js";
import { NativePromise } from "../element/native-promise.js";
import { isQuiet } from "../element/quiet.js";
import { decodeMessage, encodeMessage, SETTINGS } from "./protocol.js";

const EVENTS = ["ready", "failed", "step", "end", "resize"];
// How long the frame waits for the greeting. The page around it may load its script later.
const GREETING_MS = 5000;

/** The origin of the page around the frame, after its greeting. */
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
  // The first greeting sets the origin. Later messages must have the same origin.
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

/** Returns true if the page around the frame may receive this event. */
const mayTell = (lifecycle, name) =>
  !isQuiet(lifecycle) || name === "ready" || (name === "failed" && !lifecycle.isReady);

/** Opens links to other sites in a new window, because few sites allow a frame. */
const openInNewWindow = ({ target }) => {
  const link = target.closest("a[href^=http]");
  if (!link || link.origin === location.origin) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
};

/** The names of the settings in the frame's own address. The values must come with the greeting. */
const namedSettings = () => {
  const parameters = new URLSearchParams(location.search);
  return SETTINGS.filter((name) => parameters.get(name));
};

/** Waits for the greeting if the frame's address contains settings. */
const untilGreeted = (greeted) =>
  new NativePromise((resolve, reject) => {
    const named = namedSettings();
    if (!named.length) return resolve();
    const onTimeout = () => {
      // Without the greeting the frame must not load the built-in files, because their numbers may
      // belong to another trust.
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

/** Replaces the page around the frame by the page at `address`. */
const exitFrame = (address) => {
  if (parentOrigin) send("leave", { address });
  else top.location.replace(address);
};

/** Connects the widget with the page around the frame. Resolves when the settings are known. */
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

