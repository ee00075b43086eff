// The script for a page that contains frame.html in an iframe. It makes the iframe as tall as its
// content. It also sends each event of the widget again, with the iframe as the target.

import { greet, handleMessage } from "./frame-parent.js";
import { decodeMessage } from "./protocol.js";

const frameUrl = new URL("frame.html", import.meta.url);
// The addresses of frame.html. Some servers remove `.html` from the address.
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

// Sends a greeting to every frame. A frame that loaded before this script has received no answer to
// its own greeting.
const greetFrames = () =>
  findFrames().forEach((frame) => {
    // If the page can read the document of a frame from another origin, the frame has not loaded
    // yet and cannot receive a message.
    const isEmpty = frameUrl.origin !== location.origin && frame.contentDocument;
    if (!isEmpty) greet(frame, frameUrl.origin);
  });

if (document.readyState === "complete") greetFrames();
else addEventListener("load", greetFrames);
