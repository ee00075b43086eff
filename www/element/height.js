import { NAME } from "./constants.js";

// A height in pixels would tell which screen shows.
const STEP_PX = 100;

/** Sends the height of the element as an event, rounded up, if it has changed. */
export const emitHeight = (lifecycle) => {
  const { height } = lifecycle.element.getBoundingClientRect();
  const rounded = Math.ceil(height / STEP_PX) * STEP_PX;
  if (lifecycle.height === rounded) return;
  lifecycle.height = rounded;
  lifecycle.emit("resize", { height: rounded });
};

/** Sends the height of the element once a frame while it changes, so that a frame can follow. */
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

/** Keeps the container as tall as it is while one screen replaces another. */
export const holdHeight = ({ container }) => {
  container.style.minHeight = container.offsetHeight + "px";
  // WebKitGTK 2.50 ignores the new height until a script reads it, and the page would jump.
  container.getBoundingClientRect();
};

/** Lets the container shrink again. It must shrink before anything scrolls to the new screen. */
export const releaseHeight = ({ container }) => (container.style.minHeight = "");
