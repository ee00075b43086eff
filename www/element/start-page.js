// The start page as the widget will draw it, so that nothing moves when it does. Whoever presses a
// button before has not pressed it in vain.

import { exit, loading, start, title } from "../generated/crisis.json";
import { cover } from "./hide-page.js";
import { make } from "./create-element.js";

const lines = (lines) => lines.map((line) => make("p", {}, line));

const button = (kind, text, pressed) => {
  const made = make("button", { class: "nhsuk-button" + kind, type: "button" }, text);
  made.onclick = pressed;
  return made;
};

const wayOut = (life) =>
  button(" nhsuk-button--warning finder-exit", exit.label, () => {
    cover();
    life.leaves = true;
  });

const top = (life, exits) => make("div", { class: "finder-top" }, ...(exits ? [wayOut(life)] : []));

const leaving = (life) =>
  make(
    "div",
    { class: "finder-leave" },
    make("h" + (life.level + 1), { class: "nhsuk-heading-s" }, exit.title),
    ...lines(exit.lines)
  );

const begin = (life) => {
  const said = make("p", { role: "status", hidden: "" });
  const pressed = () => {
    life.pressed = true;
    said.hidden = false;
    said.textContent = loading;
  };
  return [button("", start.start, pressed), said];
};

const purpose = () => {
  const draft = start.draft ? [make("p", { class: "finder-draft" }, start.draft)] : [];
  return make("div", { class: "nhsuk-inset-text finder-purpose" }, ...lines(start.purpose), ...draft);
};

const points = () =>
  make("ul", { class: "nhsuk-list nhsuk-list--bullet" }, ...start.points.map((point) => make("li", {}, point)));

/** Shows the start page in place of whatever stands there. */
export const showStart = (life) => {
  const exits = life.exits();
  const below = [points(), ...(exits ? [leaving(life)] : []), ...begin(life), purpose()];
  life.put(life.standby(life.level, title, start.lead, [top(life, exits)], below));
};
