// Leaves the page when the visitor presses Shift three times within five seconds, and no other key.

import { exit_presses as announcements } from "../generated/crisis.json";
import { createElement } from "./dom.js";

const ALL_PRESSES_MS = 5000;
// The longest press of Shift that counts. A visitor who holds Shift longer selects text or scrolls.
const PRESS_MS = 800;
const OTHER_ACTS = ["pointerdown", "mousedown", "wheel"];

/**
 * Presses the button "Exit this page" after the third press of Shift. A screen reader announces the
 * first two presses. A press counts only if the visitor does nothing else until Shift is released.
 * @param {Lifecycle} lifecycle
 * @param {() => { click(): void } | null | false} findExit returns the exit button, if there is one
 */
export const addExitShortcut = (lifecycle, findExit) => {
  const status = createElement("p", { role: "status", class: "nhsuk-u-visually-hidden" });
  let times = [];
  let pressedAt = null;
  const announce = () => (status.textContent = announcements[times.length - 1] || "");
  const reset = () => {
    pressedAt = null;
    if (!times.length) return;
    times = [];
    announce();
  };
  const onDown = (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) return reset();
    if (!event.repeat) pressedAt = event.timeStamp;
  };
  const onUp = ({ key, timeStamp }) => {
    if (key !== "Shift" || pressedAt === null) return;
    const isPress = timeStamp - pressedAt < PRESS_MS;
    pressedAt = null;
    const exit = findExit();
    if (!isPress || !exit) return;
    times = times.filter((time) => timeStamp - time < ALL_PRESSES_MS).concat(timeStamp);
    announce();
    if (times.length > announcements.length) {
      times = [];
      announce();
      exit.click();
    }
  };
  lifecycle.container.after(status);
  const onKeyUp = (event) => lifecycle.guarded(() => onUp(event));
  addEventListener("keydown", onDown, true);
  addEventListener("keyup", onKeyUp, true);
  OTHER_ACTS.forEach((type) => addEventListener(type, reset, true));
  lifecycle.cleanups.push(() => {
    removeEventListener("keydown", onDown, true);
    removeEventListener("keyup", onKeyUp, true);
    OTHER_ACTS.forEach((type) => removeEventListener(type, reset, true));
    status.remove();
  });
};
