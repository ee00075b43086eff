// A pathway that was read and proved → the ways to look at it: to sign, drawn, walked, compared.

import { at } from "./dom.js";
import { compare } from "./compare.js";
import { ask } from "./worker-client.js";
import { handOver } from "./files.js";
import { part } from "./lazy-import.js";
import { tabs } from "./tabs.js";
import { walk } from "./walk.js";

const pack = () => {
  const frame = at("pack").querySelector("iframe");
  at("print").addEventListener("click", () => frame.contentWindow.print());
  at("save").addEventListener("click", () => handOver(frame.srcdoc, "sign-off.html", "text/html"));
  return async () => (frame.srcdoc = await ask("signOff"));
};

const drawn = (failed) => {
  let zoom;
  [["larger", 1], ["smaller", -1], ["fit", 0]].forEach(([id, steps]) =>
    at(id).addEventListener("click", () => zoom && zoom(steps)),
  );
  const choice = at("part");
  const [questions] = choice.options;
  const draw = async () => {
    const [graph, dot] = await Promise.all([part("graph"), ask("graph", choice.value || undefined)]);
    zoom = await graph.draw(dot, at("drawing"), choice.selectedOptions[0].textContent);
  };
  choice.addEventListener("change", () => draw().catch(failed));
  return async () => {
    const was = choice.value;
    const outcomes = await ask("outcomes");
    choice.replaceChildren(questions, ...outcomes.map((id) => new Option("What leads to " + id, id)));
    choice.value = outcomes.includes(was) ? was : "";
    await draw();
  };
};

const walked = () => {
  const { draw, again } = walk(at("walked"));
  at("again").addEventListener("click", again);
  return draw;
};

/** Draws the view that shows, and the others once they do. `failed` is told why one did not come. */
export const views = (failed) => {
  const draw = [pack(), drawn(failed), walked(), compare()];
  let old = [];
  let shown = 0;
  const look = async (place) => {
    shown = place;
    if (!old[place]) return;
    old[place] = false;
    try {
      await draw[place]();
    } catch (error) {
      old[place] = true;
      failed(error);
    }
  };
  tabs(at("ways"), look)(0);
  /** Another pathway stands there. */
  return () => {
    old = draw.map(() => true);
    return look(shown);
  };
};
