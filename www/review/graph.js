// Draws the graph of the tab "Graph" of the review page, and zooms it.

import { instance } from "@viz-js/viz";

const graphviz = instance();

const ZOOM_STEP = 1.25;
const MIN_SCALE = 0.5;

/** Draws a graph, which is written in the language of Graphviz, as SVG. */
export const renderGraph = async (dot) => (await graphviz).renderString(dot, { format: "svg" });

/**
 * Shows the graph of a pathway's questions and outcomes.
 * @param {TrustedHTML|string} text the graph as SVG
 * @param {HTMLElement} container
 * @param {string} label the name of the graph for screen readers
 * @returns a function that zooms by a number of steps; with 0 it shows the whole graph
 */
export const showGraph = (text, container, label) => {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const { width, height } = svg.viewBox.baseVal;
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  container.replaceChildren(svg);
  let scale;
  const setScale = (newScale) => {
    scale = newScale;
    svg.setAttribute("width", width * scale);
    svg.setAttribute("height", height * scale);
  };
  const fit = () => container.clientWidth / width;
  setScale(Math.max(fit(), MIN_SCALE));
  return (steps) => {
    // When a person zooms, the point in the middle of the visible part of the graph stays in the
    // middle.
    const [halfWidth, halfHeight] = [container.clientWidth / 2, container.clientHeight / 2];
    const [x, y] = [container.scrollLeft + halfWidth, container.scrollTop + halfHeight];
    const before = scale;
    setScale(steps ? scale * ZOOM_STEP ** steps : fit());
    container.scrollTo((x * scale) / before - halfWidth, (y * scale) / before - halfHeight);
  };
};
