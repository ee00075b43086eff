// Does what a frame asks of the page around it. Either mount-frame.js created the frame, or the
// author of the page wrote it in a web editor.

import { hidePage } from "../element/hide-page.js";
import { encodeMessage, isSetting, SETTINGS } from "./protocol.js";

const MIN_PX = 200;

/**
 * Returns the settings in the address of a frame. The page around the frame contains this address,
 * so its author chose these settings.
 */
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
 * Sends the frame a greeting with its settings. The frame does not trust the settings in its own
 * address, because anyone can write a link to the frame.
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
  // A frame that is as tall as its content cannot scroll to a new screen, so the page scrolls to
  // the frame.
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

/** Does what a message from the frame asks of the page around it. */
export const handleMessage = (frame, origin, { name, detail }) => {
  if (ACTIONS[name]) ACTIONS[name](frame, detail, origin);
};
