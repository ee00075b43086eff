// Rung 3: the widget in a frame, where none of the page's scripts reach. The start page stands in
// its place until the frame says that it is ready.

import { title } from "../generated/crisis.json";
import { fault } from "../element/load-error.js";
import { Later } from "../element/native-promise.js";
import { make } from "../element/create-element.js";
import { obey } from "./frame-parent.js";
import { presses } from "../element/exit-shortcut.js";
import { heard, message } from "./protocol.js";

const HELLO_MS = 6000;
const PASSED_ON = ["pathway", "trust", "heading-level", "exit", "lang"];
const FILES = ["pathway", "trust"];
const HIDDEN = "display:block;width:100%;height:0;border:0;visibility:hidden";

const addressFor = (life) => {
  const address = new URL(life.at("frame.html"));
  PASSED_ON.forEach((name) => {
    const said = life.attribute(name);
    if (said === null) return;
    const whole = FILES.includes(name) ? new URL(said, document.baseURI).href : said;
    address.searchParams.set(name, whole);
  });
  return address;
};

const build = (life, address) => {
  const frame = make("iframe", {
    title: title,
    allow: "clipboard-write",
    referrerpolicy: "no-referrer",
    src: address.href,
  });
  frame.style.cssText = HIDDEN;
  return frame;
};

const show = (life, frame) => {
  life.place.remove();
  life.place = frame;
  frame.style.visibility = "";
  life.ready(3);
  if (life.leaves) location.replace("about:blank");
  if (life.pressed) frame.focus();
};

/** Resolves when the widget in the frame is ready. */
export const enframe = (life) =>
  new Later((resolve, reject) => {
    const address = addressFor(life);
    const frame = build(life, address);
    let tall;
    const lose = (code, detail) => {
      if (life.isReady) return life.fail(code, detail);
      end();
      reject(fault(code, detail));
    };
    const hear = ({ name, detail }) => {
      if (name === "failed") return lose(detail.code, "in the frame");
      if (name === "hello") clearTimeout(timer);
      if (name === "step" || name === "end") life.tell(name, detail);
      if (name === "ready" && !life.isReady) {
        show(life, frame);
        resolve();
      }
      // While it is hidden it takes no room.
      if (name === "resize") tall = { name, detail };
      else obey(frame, address.origin, { name, detail });
      if (life.isReady && tall) obey(frame, address.origin, tall);
    };
    const listener = (event) => {
      const said = heard(event, frame.contentWindow, address.origin);
      if (said) hear(said);
    };
    const timer = setTimeout(() => lose("frame", "no word from it"), HELLO_MS);
    // Shift is heard where the focus is: here, or in the frame, whose own button it presses.
    const exit = { click: () => frame.contentWindow.postMessage(message("exit"), address.origin) };
    const endPresses = presses(life, () => life.isReady && life.exits() && exit);
    const end = () => {
      endPresses();
      clearTimeout(timer);
      removeEventListener("message", listener);
      frame.remove();
    };
    addEventListener("message", listener);
    life.ends.push(end);
    life.holder.append(frame);
  });
