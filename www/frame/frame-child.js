// The widget inside frame.html → what the page around the frame hears of it. Which page that is,
// only its own greeting says: until then nothing goes out but a greeting without content.

import { NAME } from "../element/constants.js";
import { heard, message } from "./protocol.js";

const TOLD = ["ready", "failed", "step", "end", "resize"];

/** The origin of the page around, once it has greeted. */
let host = null;
let unsaid = {};

const say = (name, detail) => {
  if (host) return parent.postMessage(message(name, detail), host);
  unsaid[name] = detail;
  parent.postMessage(message("hello"), "*");
};

const greet = (origin) => {
  const waiting = unsaid;
  host = origin;
  unsaid = {};
  Object.keys(waiting).forEach((name) => say(name, waiting[name]));
};

const listener = (life) => (event) => {
  // Whoever is around may greet; after that, nobody else.
  const said = event.origin !== "null" && heard(event, parent, host || event.origin);
  if (!said) return;
  if (said.name === "hello") greet(event.origin);
  if (said.name === "exit") {
    const exit = life.place.querySelector("[data-action=exit]");
    if (exit) exit.click();
  }
};

/** Another site opens in a window of its own: few of them let themselves be framed. */
const openOutside = ({ target }) => {
  const link = target.closest("a[href^=http]");
  if (!link || link.origin === location.origin) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
};

/** Listens for the page around, and tells it what the element tells this one. */
export const listen = (life) => {
  if (parent === self) return;
  addEventListener("message", listener(life));
  TOLD.forEach((name) =>
    life.element.addEventListener(NAME + "-" + name, ({ detail }) => say(name, detail))
  );
  life.root.addEventListener("click", openOutside, true);
  parent.postMessage(message("hello"), "*");
};

/** Asks whoever may to put another page in place of the one around. */
export const leaveFrame = (address) => {
  if (host) return say("leave", { address });
  try {
    top.location.replace(address);
  } catch (error) {
    // A sandbox does not let it, and some browsers do not even say so.
  }
  // What can be done in any case is to begin anew.
  location.reload();
};
