// Draws the same start page as the widget. Nothing moves when the widget later replaces it. If the
// visitor presses Start before the widget is ready, the widget goes on to the first question.

import { exit, loading, start, title } from "../generated/crisis.json";
import { createElement, createParagraphs } from "./dom.js";
import { exitAddress, hasExit } from "./exit-address.js";
import { exitPage } from "./exit-page.js";

const button = (kind, text, onClick) => {
  const element = createElement("button", { class: "nhsuk-button" + kind, type: "button" }, text);
  element.addEventListener("click", onClick);
  return element;
};

const exitButton = (lifecycle) => {
  const onClick = () => exitPage(lifecycle, exitAddress(lifecycle));
  const element = button(" nhsuk-button--warning finder-exit", exit.label, onClick);
  element.dataset.action = "exit";
  return element;
};

const exitAdvice = (lifecycle) =>
  createElement(
    "div",
    { class: "finder-leave" },
    createElement("h" + (lifecycle.headingLevel + 1), { class: "nhsuk-heading-s" }, exit.title),
    ...createParagraphs(exit.lines)
  );

const startButton = (lifecycle) => {
  const status = createElement("p", { role: "status", hidden: "" });
  const onClick = () => {
    lifecycle.startRequested = true;
    lifecycle.guarded(() => {
      status.hidden = false;
      status.textContent = loading;
    });
  };
  return [button("", start.start, onClick), status];
};

const points = () => {
  const items = start.points.map((point) => createElement("li", {}, point));
  return createElement("ul", { class: "nhsuk-list nhsuk-list--bullet" }, ...items);
};

const purpose = () => {
  const lines = createParagraphs(start.purpose);
  if (start.draft) lines.push(createElement("p", { class: "finder-draft" }, start.draft));
  return createElement("div", { class: "nhsuk-inset-text finder-purpose" }, ...lines);
};

/**
 * Shows the start page instead of the present content. If the page names its own files, the words of
 * the build may be about another trust. The visitor then sees only the help.
 */
export const showStartPage = (lifecycle) => {
  const buttons = hasExit(lifecycle) ? [exitButton(lifecycle)] : [];
  const top = createElement("div", { class: "finder-top" }, ...buttons);
  const advice = hasExit(lifecycle) ? [exitAdvice(lifecycle)] : [];
  const isOwn = lifecycle.attribute("pathway") || lifecycle.attribute("trust");
  const below = isOwn ? [] : [points(), ...advice, ...startButton(lifecycle), purpose()];
  const line = isOwn ? loading : start.lead;
  const help = lifecycle.staticHelp(lifecycle, title, line, ...below);
  help.prepend(top);
  lifecycle.show(help);
};
