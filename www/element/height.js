import { NAME } from "./constants.js";

// Heights are rounded, because the exact height would reveal which screen shows.
const STEP_PX = 100;

/** Sends the rounded height of the element as an event if it has changed. */
export const emitHeight = (lifecycle) => {
  const { height } = lifecycle.element.getBoundingClientRect();
  const rounded = Math.ceil(height / STEP_PX) * STEP_PX;
  if (lifecycle.height === rounded) return;
  lifecycle.height = rounded;
  lifecycle.emit("resize", { height: rounded });
};

/**
 * Sends the height of the element at most once per animation frame, so that an iframe can follow.
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

/** Fixes the height of the container while one screen replaces another. */
export const holdHeight = ({ container }) => {
  container.style.minHeight = container.offsetHeight + "px";
  // WebKitGTK 2.50 applies the new height only after a script reads it. Otherwise the page would
  // jump.
  container.getBoundingClientRect();
};

/** Lets the container shrink again. This must happen before the page scrolls to the new screen. */
export const releaseHeight = ({ container }) => (container.style.minHeight = "");
