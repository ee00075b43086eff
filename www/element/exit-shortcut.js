// The exit shortcut: three presses of Shift within five seconds, with no other key between them.

import { exit_presses as announcements } from "../generated/crisis.json";
import { createElement } from "./create-element.js";

const LIMIT_MS = 5000;

/**
 * Presses the exit button after three presses of Shift and announces each press before.
 * @param {Lifecycle} lifecycle
 * @param {() => { click(): void } | null | false} findExit finds the exit button, if there is one
 * @returns {() => void} a function that removes the shortcut
 */
export const addExitShortcut = (lifecycle, findExit) => {
  const status = createElement("p", { role: "status", class: "nhsuk-u-visually-hidden" });
  let times = [];
  const onKey = ({ key, repeat, timeStamp }) => {
    if (repeat || !findExit()) return;
    const recent = times.filter((time) => timeStamp - time < LIMIT_MS);
    times = key === "Shift" ? recent.concat(timeStamp) : [];
    status.textContent = announcements[times.length - 1] || "";
    if (times.length > announcements.length) {
      times = [];
      findExit().click();
    }
  };
  lifecycle.container.after(status);
  addEventListener("keydown", onKey, true);
  return () => {
    removeEventListener("keydown", onKey, true);
    status.remove();
  };
};
