// The element's height, whenever it changes → an event, so that a frame can be as tall.

import { NAME } from "./name.js";

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
