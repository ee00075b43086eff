// Draws the four views of a checked pathway: sign-off, graph, walk-through and comparison.

import { prepareComparison } from "./compare.js";
import { byId, trusted } from "./dom.js";
import { download } from "./files.js";
import { lazyImport } from "./lazy-import.js";
import { addTabs } from "./tabs.js";
import { prepareWalkthrough } from "./walkthrough.js";
import { ask } from "./worker-client.js";

const prepareSignOff = () => {
  const frame = byId("sign-off").querySelector("iframe");
  let page = "";
  // A browser may hold back a file of HTML from a page that did not come over HTTPS.
  byId("save-hint").hidden = isSecureContext;
  byId("print").addEventListener("click", () => frame.contentWindow.print());
  byId("save").addEventListener("click", () => download(page, "sign-off.html", "text/html"));
  return async () => {
    page = await ask("signOff");
    frame.srcdoc = trusted.createHTML(page);
  };
};

const prepareGraph = (onError) => {
  let zoom;
  const onZoom = (id, steps) => byId(id).addEventListener("click", () => zoom && zoom(steps));
  onZoom("zoom-in", 1);
  onZoom("zoom-out", -1);
  onZoom("zoom-fit", 0);
  const select = byId("graph-part");
  const [allQuestions] = select.options;
  const draw = async () => {
    const [{ renderGraph, showGraph }, dot] = await Promise.all([
      lazyImport("graph"),
      ask("graph", select.value || undefined),
    ]);
    const svg = trusted.createHTML(await renderGraph(dot));
    zoom = showGraph(svg, byId("drawing"), select.selectedOptions[0].textContent);
  };
  select.addEventListener("change", () => draw().catch(onError));
  return async () => {
    const selected = select.value;
    const outcomes = await ask("outcomes");
    const options = outcomes.map((id) => new Option("What leads to " + id, id));
    select.replaceChildren(allQuestions, ...options);
    select.value = outcomes.includes(selected) ? selected : "";
    await draw();
  };
};

const prepareWalkthroughView = () => {
  const { draw, restart } = prepareWalkthrough(byId("journey"));
  byId("restart").addEventListener("click", restart);
  return draw;
};

/**
 * Prepares the four views. Each view is drawn when a person first opens its tab.
 * @param {(error: Error) => void} onError is called when a view cannot be drawn
 * @param {() => void} onDrawn is called when a view is drawn
 * @returns a function that draws the views for another pathway
 */
export const prepareViews = (onError, onDrawn) => {
  const draw = [
    prepareSignOff(),
    prepareGraph(onError),
    prepareWalkthroughView(),
    prepareComparison(),
  ];
  let isStale = [];
  let current = 0;
  const show = async (index) => {
    current = index;
    if (!isStale[index]) return;
    isStale[index] = false;
    try {
      await draw[index]();
      onDrawn();
    } catch (error) {
      isStale[index] = true;
      onError(error);
    }
  };
  addTabs(byId("view-tabs"), show)(0);
  return () => {
    isStale = draw.map(() => true);
    return show(current);
  };
};
