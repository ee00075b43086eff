// Shift three times, within a while and with nothing between → the way out, said after each press.

import { make } from "./make.js";

const WITHIN_MS = 5000;

/** Gives back what ends it. */
export const presses = (life, leave) => {
  const warnings = life.words.exit_presses || [];
  const said = make("p", { role: "status", class: "nhsuk-u-visually-hidden" });
  let times = [];
  const press = ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    times = key === "Shift" ? times.filter((time) => timeStamp - time < WITHIN_MS).concat(timeStamp) : [];
    said.textContent = warnings[times.length - 1] || "";
    if (times.length > warnings.length) {
      times = [];
      leave();
    }
  };
  life.holder.after(said);
  addEventListener("keydown", press, true);
  return () => {
    removeEventListener("keydown", press, true);
    said.remove();
  };
};
