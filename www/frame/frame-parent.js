// The page around the frame: mount-frame.js or a web editor put the frame there.

import { hidePage } from "../element/hide-page.js";
import { encodeMessage, isSetting, SETTINGS } from "./protocol.js";

const MIN_PX = 200;

/** The settings in the address of a frame, which the author of this page wrote. */
const readSettings = (frame) => {
  const parameters = new URL(frame.src).searchParams;
  const settings = {};
  SETTINGS.forEach((name) => {
    const value = (parameters.get(name) || "").trim();
    if (isSetting(value)) settings[name] = value;
  });
  return settings;
};

/** Greets a frame. It believes the settings of a greeting, and not those of its own address. */
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
  // A frame that is as tall as its content cannot scroll to its own top.
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

/** Carries out a message from the frame, if it asks the page for an action. */
export const handleMessage = (frame, origin, { name, detail }) => {
  if (ACTIONS[name]) ACTIONS[name](frame, detail, origin);
};
