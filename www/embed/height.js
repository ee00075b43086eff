// The element's height.

import { NAME } from "./name.js";

/** Whenever it changes → an event, so that a frame can be as tall. */
export const watchHeight = (life) => {
  const { element } = life;
  const tell = () => life.tell("resize", { height: Math.ceil(element.getBoundingClientRect().height) });
  if (!self.ResizeObserver) {
    const later = () => requestAnimationFrame(tell);
    element.addEventListener(NAME + "-step", later);
    life.ends.push(() => element.removeEventListener(NAME + "-step", later));
    return;
  }
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  life.ends.push(() => observer.disconnect());
};

/**
 * While one step takes the place of another the page may not be shorter: it would jump. Gives back
 * what ends that.
 */
export const holdHeight = (life) => {
  const { style } = life.holder;
  style.minHeight = life.holder.offsetHeight + "px";
  return () => (style.minHeight = "");
};
