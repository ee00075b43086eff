// Shift three times, within a while and with nothing between → a press of the way out, if there is
// one; said after each press.

import { exit_presses as warnings } from "../generated/crisis.json";
import { make } from "./create-element.js";

const WITHIN_MS = 5000;

/** `exit` gives the way out, while there is one. Gives back what ends it. */
export const presses = (life, exit) => {
  const said = make("p", { role: "status", class: "nhsuk-u-visually-hidden" });
  let times = [];
  const press = ({ key, repeat, timeStamp }) => {
    if (repeat || !exit()) return;
    times = key === "Shift" ? times.filter((time) => timeStamp - time < WITHIN_MS).concat(timeStamp) : [];
    said.textContent = warnings[times.length - 1] || "";
    if (times.length > warnings.length) {
      times = [];
      exit().click();
    }
  };
  life.holder.after(said);
  addEventListener("keydown", press, true);
  return () => {
    removeEventListener("keydown", press, true);
    said.remove();
  };
};
