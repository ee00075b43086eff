import { crisis, direction, language } from "../generated/crisis.json";
import { createElement } from "./create-element.js";
import { urlOf } from "./resources.js";

const contact = ({ tel, name, when }) =>
  createElement(
    "li",
    {},
    createElement("a", { class: "finder-crisis__number", href: "tel:" + tel }, name),
    createElement("span", { class: "finder-crisis__when" }, when)
  );

const crisisBlock = (headingLevel) =>
  createElement(
    "section",
    { class: "finder-crisis", "aria-label": crisis.title, "data-crisis": "open" },
    createElement(
      "h" + headingLevel,
      { class: "nhsuk-heading-m finder-crisis__title" },
      crisis.title
    ),
    createElement(
      "ul",
      { class: "nhsuk-list finder-crisis__contacts" },
      ...crisis.contacts.map(contact)
    ),
    createElement(
      "div",
      { class: "finder-crisis__more" },
      ...crisis.more.map((line) => createElement("p", {}, line))
    ),
    createElement("p", {}, createElement("a", { href: urlOf("plain.html") }, crisis.guide))
  );

/**
 * A screen that needs no WebAssembly: a heading, a line and the crisis block. It shows while the
 * widget loads, and for good where no widget can run.
 * @param {number} headingLevel
 * @param {string} title
 * @param {string} line
 * @param {Node[]} above the elements before the heading
 * @param {Node[]} below the elements after the crisis block
 */
export const staticHelp = (headingLevel, title, line, above = [], below = []) =>
  createElement(
    "div",
    { class: "finder-step", lang: language, dir: direction },
    ...above,
    createElement("h" + headingLevel, { class: "nhsuk-heading-l", tabindex: -1 }, title),
    createElement("p", { class: "nhsuk-body-l finder-lead" }, line),
    crisisBlock(headingLevel + 1),
    ...below
  );
