// A graph in Graphviz's own language → a drawing, as large as one wants it.

import { instance } from "@viz-js/viz";

const drawer = instance();

const STEP = 1.25;

/** Draws into `place` what is called so, and hands back what makes the drawing larger or smaller by
 *  whole steps; with none, it fits. */
export const draw = async (dot, place, called) => {
  const drawing = (await drawer).renderSVGElement(dot);
  const { width, height } = drawing.viewBox.baseVal;
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", called);
  place.replaceChildren(drawing);
  let scale;
  const sized = () => {
    drawing.setAttribute("width", width * scale);
    drawing.setAttribute("height", height * scale);
  };
  const zoom = (steps) => {
    const [x, y] = [place.scrollLeft + place.clientWidth / 2, place.scrollTop + place.clientHeight / 2];
    const before = scale;
    scale = steps ? scale * STEP ** steps : place.clientWidth / width;
    sized();
    place.scrollTo((x * scale) / before - place.clientWidth / 2, (y * scale) / before - place.clientHeight / 2);
  };
  scale = Math.max(place.clientWidth / width, 0.5);
  sized();
  return zoom;
};
