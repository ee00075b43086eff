import { crisis, direction, language } from "../generated/crisis.json";
import { createElement, createParagraphs } from "./create-element.js";
import { urlOf } from "./resources.js";

const contact = ({ tel, name, when }) => {
  const link = createElement("a", { class: "finder-crisis__number", href: "tel:" + tel }, name);
  const purpose = createElement("span", { class: "finder-crisis__when" }, when);
  // On a page without styles, the space separates the telephone number from its purpose.
  return createElement("li", {}, link, " ", purpose);
};

const crisisBlock = (headingLevel) => {
  const titleClass = "nhsuk-heading-m finder-crisis__title";
  const listClass = "nhsuk-list finder-crisis__contacts";
  const guide = createElement("a", { href: urlOf("plain.html") }, crisis.guide);
  return createElement(
    "section",
    { class: "finder-crisis", "aria-label": crisis.title, "data-crisis": "open" },
    createElement("h" + headingLevel, { class: titleClass }, crisis.title),
    createElement("ul", { class: listClass }, ...crisis.contacts.map(contact)),
    createElement("div", { class: "finder-crisis__more" }, ...createParagraphs(crisis.more)),
    createElement("p", {}, guide)
  );
};

/**
 * Creates a screen that needs no WebAssembly: a heading, a line of text and the help. The visitor
 * sees it while the widget loads. It stays if the widget cannot run.
 * @param {number} headingLevel
 * @param {string} title
 * @param {string} line
 * @param {Node[]} above the elements before the heading
 * @param {Node[]} below the elements after the help
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
