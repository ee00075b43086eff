import { NAME } from "./constants.js";

/** Sends the height of the element as an event. */
export const emitHeight = (lifecycle) =>
  lifecycle.emit("resize", {
    height: Math.ceil(lifecycle.element.getBoundingClientRect().height),
  });

/** Sends the height of the element whenever it changes, so that a frame can follow. */
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
