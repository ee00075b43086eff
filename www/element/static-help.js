// Draws the help without the widget: the emergency numbers, and a link to the plain guide.

import { crisis, direction, language } from "../generated/crisis.json";
import { createElement, createParagraphs } from "./dom.js";
import { urlOf } from "./load-files.js";

const contact = ({ tel, name, when }) => {
  const link = createElement("a", { class: "finder-crisis__number", href: "tel:" + tel }, name);
  const purpose = createElement("span", { class: "finder-crisis__when" }, when);
  // On a page without styles, the space separates the telephone number from its purpose.
  return createElement("li", {}, link, " ", purpose);
};

/**
 * Returns the address of the plain guide. The host's own link comes first, because a host page may
 * load a copy of this script from another folder.
 */
export const guideUrl = (element) => {
  const link = element.querySelector("a[href*=plain]");
  return link ? link.href : urlOf("plain.html");
};

const crisisBlock = (lifecycle) => {
  // A page with its own files shows what the host wrote in the element, and not the guide of the
  // build.
  const guide =
    lifecycle.attribute("pathway") || lifecycle.attribute("trust")
      ? createElement("slot", {})
      : createElement("a", { href: guideUrl(lifecycle.element) }, crisis.guide);
  return createElement(
    "section",
    { class: "finder-crisis", "aria-label": crisis.title, "data-crisis": "open" },
    createElement(
      "h" + (lifecycle.headingLevel + 1),
      { class: "nhsuk-heading-m finder-crisis__title" },
      crisis.title
    ),
    createElement(
      "ul",
      { class: "nhsuk-list finder-crisis__contacts" },
      ...crisis.contacts.map(contact)
    ),
    createElement("div", { class: "finder-crisis__more" }, ...createParagraphs(crisis.more)),
    createElement("p", {}, guide)
  );
};

/**
 * Creates a screen that needs no WebAssembly: a heading, a line of text and the help. The visitor
 * sees it while the widget loads. It stays if the widget cannot run.
 * @param {Lifecycle} lifecycle
 * @param {string} title
 * @param {string} line
 * @param {...Node} below the elements after the help
 */
export const staticHelp = (lifecycle, title, line, ...below) =>
  createElement(
    "div",
    { class: "finder-step", lang: language, dir: direction },
    createElement(
      "h" + lifecycle.headingLevel,
      { class: "nhsuk-heading-l", tabindex: -1 },
      title
    ),
    createElement("p", { class: "nhsuk-body-l finder-lead" }, line),
    crisisBlock(lifecycle),
    ...below
  );
