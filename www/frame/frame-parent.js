// Runs in the page around a frame. The frame comes from mount-frame.js or from a web editor.

import { hidePage } from "../element/hide-page.js";
import { encodeMessage, isSetting, SETTINGS } from "./protocol.js";

const MIN_PX = 200;

/** Returns the settings in the address of a frame. The author of this page wrote them. */
const readSettings = (frame) => {
  const parameters = new URL(frame.src).searchParams;
  const settings = {};
  SETTINGS.forEach((name) => {
    const value = (parameters.get(name) || "").trim();
    if (isSetting(value)) settings[name] = value;
  });
  return settings;
};

/**
 * Sends a greeting with the settings to a frame. The frame does not trust the settings in its own
 * address.
 */
export const greet = (frame, origin) =>
  frame.contentWindow.postMessage(encodeMessage("hello", readSettings(frame)), origin);

const ACTIONS = {
  hello(frame, detail, origin) {
    greet(frame, origin);
  },
  resize(frame, { height }) {
    frame.style.minHeight = 0;
    frame.style.height = Math.max(height, MIN_PX) + "px";
  },
  // A frame that is as tall as its content cannot scroll, so the page scrolls to the frame.
  step(frame, { index }) {
    if (index && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  },
  leave(frame, { address }) {
    hidePage();
    try {
      location.replace(address);
    } catch (error) {
      location.replace("about:blank");
    }
  },
};

/** Handles a message from a frame. */
export const handleMessage = (frame, origin, { name, detail }) => {
  if (ACTIONS[name]) ACTIONS[name](frame, detail, origin);
};
