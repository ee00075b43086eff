// The script for a page that holds frame.html in an iframe. The frame grows with its content, and
// its events reach the page as events of the iframe.

import { greet, handleMessage } from "./frame-parent.js";
import { decodeMessage } from "./protocol.js";

const frameUrl = new URL("frame.html", import.meta.url);
// Some servers drop the ending of a name.
const ADDRESSES = [frameUrl.href, frameUrl.href.replace(/\.html$/, "")];

const findFrames = () =>
  Array.from(document.querySelectorAll("iframe")).filter((frame) =>
    ADDRESSES.includes(frame.src.split(/[?#]/)[0])
  );

addEventListener("message", (event) => {
  const frame = findFrames().find((frame) => frame.contentWindow === event.source);
  const message = frame && decodeMessage(event, frame.contentWindow, frameUrl.origin);
  if (!message) return;
  handleMessage(frame, frameUrl.origin, message);
  const { name, detail } = message;
  if (name === "hello" || name === "leave") return;
  frame.dispatchEvent(new CustomEvent("ppimhs-finder-" + name, { bubbles: true, detail }));
});

// A frame that loaded before this script has sent its first hello in vain.
const greetFrames = () =>
  findFrames().forEach((frame) => {
    // A document that the page can read is still empty and cannot receive the message.
    const isEmpty = frameUrl.origin !== location.origin && frame.contentDocument;
    if (!isEmpty) greet(frame, frameUrl.origin);
  });

if (document.readyState === "complete") greetFrames();
else addEventListener("load", greetFrames);
