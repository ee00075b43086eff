// A page that needs no widget: a heading, a line and the help. It stands there while the widget
// loads, and for good where none can.

import { crisis, direction, language } from "../generated/crisis.json";
import { at } from "./resources.js";
import { make } from "./create-element.js";

const number = ({ tel, name, when }) =>
  make(
    "li",
    {},
    make("a", { class: "finder-crisis__number", href: "tel:" + tel }, name),
    make("span", { class: "finder-crisis__when" }, when)
  );

const help = (level) =>
  make(
    "section",
    { class: "finder-crisis", "aria-label": crisis.title, "data-crisis": "open" },
    make("h" + (level + 1), { class: "nhsuk-heading-m finder-crisis__title" }, crisis.title),
    make("ul", { class: "nhsuk-list finder-crisis__contacts" }, ...crisis.contacts.map(number)),
    make("div", { class: "finder-crisis__more" }, ...crisis.more.map((line) => make("p", {}, line))),
    make("p", {}, make("a", { href: at("plain.html") }, crisis.guide))
  );

/** `above` and `below` are lists of what else stands there. */
export const standby = (level, title, line, above = [], below = []) =>
  make(
    "div",
    { class: "finder-step", lang: language, dir: direction },
    ...above,
    make("h" + level, { class: "nhsuk-heading-l", tabindex: -1 }, title),
    make("p", { class: "nhsuk-body-l finder-lead" }, line),
    help(level),
    ...below
  );
