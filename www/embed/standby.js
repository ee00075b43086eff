// What stands there before the widget does, and where it cannot: the start page while it loads, so
// that nothing moves when it is there, and after a failure the help and the way to the plain guide.

import words from "../generated/crisis.json";
import { at } from "./fetched.js";
import { make } from "./make.js";

const lines = (lines, attributes = {}) => lines.map((line) => make("p", attributes, line));

const list = (name, ...items) =>
  make("ul", { class: "nhsuk-list " + name }, ...items.map((item) => make("li", {}, ...item)));

const crisis = (level) => {
  const { title, contacts, more, guide } = words.crisis;
  const number = ({ tel, name, when }) => [
    make("a", { class: "finder-crisis__number", href: "tel:" + tel }, name),
    make("span", { class: "finder-crisis__when" }, when),
  ];
  return make(
    "section",
    { class: "finder-crisis", "aria-label": title, "data-crisis": "open" },
    make("h" + (level + 1), { class: "nhsuk-heading-m finder-crisis__title" }, title),
    list("finder-crisis__contacts", ...contacts.map(number)),
    make("div", { class: "finder-crisis__more" }, ...lines(more)),
    make("p", {}, make("a", { href: at("plain.html") }, guide))
  );
};

const page = (level, title, lead, ...more) =>
  make(
    "div",
    { class: "finder-step", lang: words.language, dir: words.direction },
    make("h" + level, { class: "nhsuk-heading-l", tabindex: -1 }, title),
    make("p", { class: "nhsuk-body-l finder-lead" }, lead),
    crisis(level),
    ...more
  );

/** The start page. Whoever presses its button before the widget is there is told to wait. */
export const loading = (level, pressed) => {
  const { lead, points, start, purpose, draft } = words.start;
  const button = make("button", { class: "nhsuk-button", type: "button", "data-standby": "" }, start);
  const said = make("p", { role: "status", hidden: "" });
  button.onclick = () => {
    said.hidden = false;
    said.textContent = words.loading;
    pressed();
  };
  return page(
    level,
    words.title,
    lead,
    list("nhsuk-list--bullet", ...points.map((point) => [point])),
    button,
    said,
    make(
      "div",
      { class: "nhsuk-inset-text finder-purpose" },
      ...lines(purpose),
      ...lines(draft ? [draft] : [], { class: "finder-draft" })
    )
  );
};

export const failed = (level) => page(level, words.failed_title, words.failed);

export { words };
