// For a page that holds frame.html in a frame: the frame grows with what it shows, and tells the page
// what the element would. The page says nothing but hello.

import { obey } from "./frame-parent.js";
import { heard, message } from "./protocol.js";

const home = new URL("frame.html", import.meta.url);

/** The frames on this page that show ours, and no other's. */
const frames = () =>
  Array.from(document.querySelectorAll("iframe")).filter(
    (frame) => frame.src.split(/[?#]/)[0] === home.href
  );

addEventListener("message", (event) => {
  const frame = frames().find((frame) => frame.contentWindow === event.source);
  const said = frame && heard(event, frame.contentWindow, home.origin);
  if (!said) return;
  const { name, detail } = said;
  obey(frame, home.origin, said);
  if (name === "hello" || name === "leave") return;
  frame.dispatchEvent(new CustomEvent("ppimhs-finder-" + name, { bubbles: true, detail }));
});

// A frame that was there first has said hello in vain. One that is still empty belongs to this page,
// and would not hear.
const greet = () =>
  frames().forEach((frame) => {
    const empty = home.origin !== location.origin && frame.contentDocument;
    if (!empty) frame.contentWindow.postMessage(message("hello"), home.origin);
  });

if (document.readyState === "complete") greet();
else addEventListener("load", greet);
