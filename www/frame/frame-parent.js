// What a page does for a frame of ours in it, whoever put it there: the ladder or a web editor.

import { cover } from "../element/hide-page.js";
import { message } from "./protocol.js";

const MIN_PX = 200;

const DOES = {
  hello(frame, detail, origin) {
    frame.contentWindow.postMessage(message("hello"), origin);
  },
  resize(frame, { height }) {
    frame.style.minHeight = 0;
    frame.style.height = Math.max(height, MIN_PX) + "px";
  },
  // A frame as tall as its content cannot scroll to its own top.
  step(frame, { index }) {
    if (index && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  },
  leave(frame, { address }) {
    cover();
    location.replace(address);
  },
};

/** Does what a message asks of the page, if it asks anything. */
export const obey = (frame, origin, { name, detail }) => {
  if (DOES[name]) DOES[name](frame, detail, origin);
};
