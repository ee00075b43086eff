// A pathway that was read and proved → the ways to look at it: to sign, drawn, walked, compared.

import { compare } from "./compare.js";
import { ask } from "./core.js";
import { handOver } from "./files.js";
import { part } from "./part.js";
import { tabs } from "./tabs.js";
import { walk } from "./walk.js";

const at = (id) => document.getElementById(id);

const pack = () => {
  const frame = at("pack").querySelector("iframe");
  at("print").addEventListener("click", () => frame.contentWindow.print());
  at("save").addEventListener("click", () => handOver(frame.srcdoc, "sign-off.html", "text/html"));
  return async () => (frame.srcdoc = await ask("signOff"));
};

const drawn = () => {
  let zoom;
  [["larger", 1], ["smaller", -1], ["fit", 0]].forEach(([id, steps]) =>
    at(id).addEventListener("click", () => zoom && zoom(steps)),
  );
  return async () => {
    const [{ draw }, dot] = await Promise.all([part("graph"), ask("graph")]);
    zoom = await draw(dot, at("drawing"));
  };
};

const walked = () => {
  const { draw, again } = walk(at("walked"));
  at("again").addEventListener("click", again);
  return draw;
};

/** Draws the view that shows, and the others once they do. `failed` is told why one did not come. */
export const views = (failed) => {
  const draw = [pack(), drawn(), walked(), compare()];
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
      failed(error.message);
    }
  };
  tabs(at("ways"), look)(0);
  /** Another pathway stands there. */
  return () => {
    old = draw.map(() => true);
    return look(shown);
  };
};
