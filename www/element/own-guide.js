// Shows the plain guide of the page's own files inside the element. The guide of the build may hold
// the telephone numbers of another trust.

import { createElement, createWith } from "./dom.js";
import { isQuiet } from "./quiet-frame.js";
import { today } from "./today.js";

/** The address of the links that open the guide. */
const ADDRESS = "#guide";
/** The property of a history entry that shows the guide. */
const KEY = "ppimhsFinderGuide";

/** Creates a node of the guide: a text, or a list of a tag, its attributes and its children. */
const createNode = (node) => {
  if (typeof node === "string") return node;
  const [tag, attributes, ...children] = node;
  return createElement(tag, attributes, ...children.map(createNode));
};

/** Adds a copy of the widget's exit button to the bar of the guide. */
const addExit = ({ mountPoint }, guide) => {
  const exit = mountPoint.querySelector("[data-action=exit]");
  if (!exit) return;
  const copy = exit.cloneNode(true);
  copy.onclick = () => exit.click();
  guide.querySelector(".finder-top").append(copy);
};

const isInView = (element) => {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < document.documentElement.clientHeight;
};

/**
 * Opens the guide when the visitor presses a link to it, and closes it on Back. The widget keeps
 * its screen under the guide.
 * @param {Lifecycle} lifecycle
 * @param {() => string} writeGuide returns the guide as nodes in JSON
 */
const followLinks = (lifecycle, writeGuide) => {
  const { container, guarded } = lifecycle;
  const mark = Math.random();
  let guide, pressed, screenDisplay;
  const isMarked = () => !!history.state && history.state[KEY] === mark;
  const hide = () => {
    if (!guide) return;
    guide.remove();
    guide = null;
    lifecycle.mountPoint.style.display = screenDisplay;
    if (pressed) pressed.focus();
  };
  const onBack = () => {
    const hasEntry = isMarked();
    guarded(hide);
    if (hasEntry) history.back();
  };
  const show = () => {
    if (guide) return;
    createWith(lifecycle.createEmpty);
    guide = createNode(JSON.parse(writeGuide()));
    guide.querySelector("[data-action=back]").onclick = onBack;
    addExit(lifecycle, guide);
    const { style } = lifecycle.mountPoint;
    screenDisplay = style.display;
    style.display = "none";
    container.append(guide);
    guide.querySelector("[tabindex]").focus({ preventScroll: true });
    if (!isInView(guide)) guide.scrollIntoView();
  };
  const open = (event) => {
    pressed = event.target.closest('a[href="' + ADDRESS + '"]');
    if (!pressed) return;
    event.preventDefault();
    show();
    try {
      if (!isQuiet(lifecycle)) {
        history.pushState(Object.assign({}, history.state, { [KEY]: mark }), "");
      }
    } catch (error) {
      // A sandboxed frame has no history. The guide has its own Back.
    }
  };
  const onClick = (event) => guarded(() => open(event));
  const onPopState = () => guarded(isMarked() ? show : hide);
  container.addEventListener("click", onClick);
  addEventListener("popstate", onPopState);
  lifecycle.cleanups.push(() => {
    container.removeEventListener("click", onClick);
    removeEventListener("popstate", onPopState);
    guarded(hide);
  });
};

/**
 * Lets the links to the guide open the guide of the page's own files.
 * @param {Lifecycle} lifecycle
 * @param {(built: string, today: string, headingLevel: number) => string} writeGuide
 */
export const followGuideLinks = (lifecycle, writeGuide) => {
  if (lifecycle.isStopped) return;
  const { built, headingLevel } = lifecycle;
  lifecycle.guideUrl = () => ADDRESS;
  lifecycle.guarded(() =>
    followLinks(lifecycle, () => writeGuide(built || "", today(), headingLevel))
  );
};
