import { NAME } from "./constants.js";

// The element reports its height rounded up to a multiple of this number, because the exact height
// would reveal which screen the visitor sees.
const STEP_PX = 100;

/**
 * Sends the rounded height of the element in the event `ppimhs-finder-resize`, if it has changed.
 */
export const emitHeight = (lifecycle) => {
  const { height } = lifecycle.element.getBoundingClientRect();
  const rounded = Math.ceil(height / STEP_PX) * STEP_PX;
  if (lifecycle.height === rounded) return;
  lifecycle.height = rounded;
  lifecycle.emit("resize", { height: rounded });
};

/**
 * Reports the height of the element whenever it changes, at most once per animation frame. A page
 * around a frame can then make the frame as tall as its content.
 */
export const watchHeight = (lifecycle) => {
  const { element } = lifecycle;
  const emit = () => emitHeight(lifecycle);
  if (!self.ResizeObserver) {
    const onStep = () => requestAnimationFrame(emit);
    element.addEventListener(NAME + "-step", onStep);
    lifecycle.cleanups.push(() => element.removeEventListener(NAME + "-step", onStep));
    return;
  }
  const observer = new ResizeObserver(emit);
  observer.observe(element);
  lifecycle.cleanups.push(() => observer.disconnect());
};

/** Keeps the height of the widget while one screen replaces another. */
export const holdHeight = ({ container }) => {
  container.style.minHeight = container.offsetHeight + "px";
  // WebKitGTK 2.50 applies a new height only after a script reads it. If this script did not read
  // it, the page would jump.
  container.getBoundingClientRect();
};

/** Lets the widget shrink again. This must happen before the page scrolls to the new screen. */
export const releaseHeight = ({ container }) => (container.style.minHeight = "");
