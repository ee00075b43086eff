// The element's height.

import { NAME } from "./constants.js";

/** As it is → an event. */
export const tellHeight = (life) =>
  life.tell("resize", { height: Math.ceil(life.element.getBoundingClientRect().height) });

/** Whenever it changes → an event, so that a frame can be as tall. */
export const watchHeight = (life) => {
  const { element } = life;
  const tell = () => tellHeight(life);
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

/** While one step takes the place of another the page may not be shorter: it would jump. */
export const holdHeight = ({ holder }) => {
  holder.style.minHeight = holder.offsetHeight + "px";
  // Asked for once more, it counts from here on: WebKitGTK 2.50 otherwise lays out the emptied place
  // without it, and scrolls up a page that stood at its end.
  holder.getBoundingClientRect();
};

/** Before anything scrolls to the new step: a page that grows shorter under it would stop halfway. */
export const letGo = ({ holder }) => (holder.style.minHeight = "");
