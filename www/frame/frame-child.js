// Connects the widget in frame.html with the page around the frame. The page sends a greeting, from
// which the frame learns the origin of the page. Before that, the frame sends only greetings of its
// own, without content. After it, the frame sends its events.

import { NAME } from "../element/constants.js";
import { createElement, createWith } from "../element/dom.js";
import { hasExit } from "../element/exit-address.js";
import { loadError } from "../element/load-error.js";
import { NativePromise } from "../element/native-promise.js";
import { isQuiet } from "../element/quiet-frame.js";
import { exit, loading, title } from "../generated/crisis.json";
import { decodeMessage, encodeMessage, SETTINGS } from "./protocol.js";

const EVENTS = ["ready", "failed", "step", "end", "resize"];
// How long the frame waits for the greeting. The page around the frame may load its script late.
const GREETING_MS = 5000;

/** The origin of the page around the frame. It is null until the page sends its greeting. */
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
  // The first greeting sets the origin of the page. All later messages must have the same origin.
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

/** Returns true if the frame may send the event with this name to the page around it. */
const mayTell = (lifecycle, name) =>
  !isQuiet(lifecycle) || name === "ready" || (name === "failed" && !lifecycle.isReady);

/** Opens a link to another site in a new window, because few sites allow their pages in a frame. */
const openInNewWindow = ({ target }) => {
  const link = target.closest("a[href^=http]");
  if (!link || link.origin === location.origin) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
};

/**
 * Returns the names of the settings that the frame's own address contains. The frame takes their
 * values only from the greeting of the page around it.
 */
const namedSettings = () => {
  const parameters = new URLSearchParams(location.search);
  return SETTINGS.filter((name) => parameters.get(name));
};

const namesFiles = () => namedSettings().some((name) => name !== "exit");

/**
 * Removes each link to the guide of the build, which may hold the numbers of another trust. Until
 * the greeting, an unknown trust file stands in the settings.
 */
const hideGuide = (lifecycle) => {
  lifecycle.parentSettings.trust = "unknown";
  lifecycle.guarded(() => {
    lifecycle.element.textContent = "";
    lifecycle.show(lifecycle.staticHelp(lifecycle, title, loading));
  });
};

/**
 * Waits for the greeting of the page around the frame, if the frame's own address contains
 * settings.
 */
const untilGreeted = (greeted) =>
  new NativePromise((resolve, reject) => {
    const named = namedSettings();
    if (!named.length) return resolve();
    const onTimeout = () => {
      // If the page sends no greeting, the frame must not show the built-in pathway instead of the
      // files that the address names. Its telephone numbers may belong to another trust.
      if (!namesFiles()) return resolve();
      const advice = named.join(", ") + ": the page around the frame needs frame.js";
      reject(loadError("frame", advice, true));
    };
    const timer = setTimeout(onTimeout, GREETING_MS);
    greeted.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Leaves the page around the frame: the browser replaces it by the page at `address`. */
const exitFrame = (address) => {
  if (parentOrigin) send("leave", { address });
  else top.location.replace(address);
};

/**
 * Returns true if the browser lets this frame replace the page around it. A sandbox may allow this
 * only during a press, so the frame cannot know it before.
 */
const mayExit = () => {
  // In our tests, Firefox also refused this address in a frame that may exit. Only Chromium has
  // this object.
  if (!navigator.userAgentData) return true;
  try {
    // The browser checks the rights of the frame, and then ignores the address, because a page must
    // not open a file of the device.
    top.location.replace("file:///");
    return true;
  } catch (error) {
    return false;
  }
};

/** Shows how to leave in place of the exit. */
const replaceExit = (lifecycle) => {
  const hide = () =>
    lifecycle.root
      .querySelectorAll("[data-action=exit], .finder-leave")
      .forEach((part) => (part.hidden = true));
  createWith(lifecycle.createEmpty);
  lifecycle.container.prepend(createElement("p", {}, exit.close));
  lifecycle.element.addEventListener(NAME + "-step", hide);
  hide();
};

/** Replaces the exit at the first press if it could not leave. */
const checkExit = (lifecycle) => {
  const onClick = ({ isTrusted }) => {
    if (!isTrusted) return;
    lifecycle.root.removeEventListener("click", onClick, true);
    // The script of the page around the frame can always exit.
    if (parentOrigin || !hasExit(lifecycle) || mayExit()) return;
    replaceExit(lifecycle);
  };
  lifecycle.root.addEventListener("click", onClick, true);
};

/**
 * Connects the widget with the page around the frame. The promise resolves when the widget has its
 * settings.
 */
export const listenToParent = (lifecycle) => {
  lifecycle.exitFrame = exitFrame;
  if (namesFiles()) hideGuide(lifecycle);
  const greeted = new NativePromise((resolve) => {
    const onGreeting = (settings) => {
      Object.assign(lifecycle.parentSettings, { trust: null }, settings);
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
  checkExit(lifecycle);
  parent.postMessage(encodeMessage("hello"), "*");
  return untilGreeted(greeted);
};

