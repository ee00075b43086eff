// The widget inside frame.html → what the page around the frame hears of it. Which page that is,
// only its own greeting says: until then nothing goes out but a greeting without content.

import { NAME } from "./name.js";
import { message } from "./protocol.js";

const TOLD = ["ready", "failed", "step", "end", "resize"];

/** The origin of the page around, once it has greeted. */
let host = null;
let unsaid = {};

const say = (name, detail) => {
  if (host) return parent.postMessage(message(name, detail), host);
  unsaid[name] = detail;
  parent.postMessage(message("hello"), "*");
};

const greeted = (event) => {
  const { data, origin } = event;
  if (event.source !== parent || !data || data.ppimhsFinder !== 1 || data.name !== "hello") return;
  if (origin === "null") return;
  host = origin;
  const waiting = unsaid;
  unsaid = {};
  Object.keys(waiting).forEach((name) => say(name, waiting[name]));
};

/** Listens for the page around, and tells it what the element tells this one. */
export const listen = (life) => {
  if (parent === self) return;
  addEventListener("message", greeted);
  TOLD.forEach((name) =>
    life.element.addEventListener(NAME + "-" + name, ({ detail }) => say(name, detail))
  );
  // Another site opens in a window of its own: few of them let themselves be framed.
  life.root.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href^=http]");
    if (link && link.origin !== location.origin) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }, true);
  parent.postMessage(message("hello"), "*");
};

/** Asks whoever may to put another page in place of the one around; `false` outside of a frame. */
export const leaveFrame = (address) => {
  if (parent === self) return false;
  if (host) {
    say("leave", { address });
    return true;
  }
  try {
    top.location.replace(address);
  } catch (error) {
    // A sandbox does not let it: what can be done is to begin anew.
    location.reload();
  }
  return true;
};
