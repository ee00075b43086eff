// The page around the frame: mount-frame.js or a web editor put the frame there.

import { hidePage } from "../element/hide-page.js";
import { encodeMessage } from "./protocol.js";

const MIN_PX = 200;

const ACTIONS = {
  hello(frame, detail, origin) {
    frame.contentWindow.postMessage(encodeMessage("hello"), origin);
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
    location.replace(address);
  },
};

/** Carries out a message from the frame, if it asks the page for an action. */
export const handleMessage = (frame, origin, { name, detail }) => {
  if (ACTIONS[name]) ACTIONS[name](frame, detail, origin);
};
