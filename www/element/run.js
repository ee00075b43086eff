// The widget's code and what it asks and says → a running widget in its place, with all that it
// needs of the page around it.

import { fault } from "./load-error.js";
import { letGo, tellHeight } from "./height.js";
import { Later } from "./native-promise.js";
import { leave } from "./exit-page.js";
import { bury } from "./load-wasm.js";
import { complain } from "./constants.js";
import { presses } from "./exit-shortcut.js";
import { fetchRest } from "./rest.js";
import { keepInSight } from "./sight.js";
import { showStart } from "./start-page.js";
import { today } from "./today.js";
import { trail } from "./trail.js";

// How long a widget may take to draw its first screen.
const DRAWN_MS = 5000;

/** What the widget may ask of the page: see src/embed/host.rs. `drawn` hears of the first screen,
 * `die` of a fault: every way into the module is watched, see src/xtask/wasm_loader/guard.js. */
const hostFor = (life, steps, finder, drawn, die) => ({
  guide: life.at("plain.html"),
  built: life.built,
  today: today(),
  attribute: (name) => life.attribute(name),
  complain,
  shown(index, end) {
    if (life.over) return;
    letGo(life);
    steps.shown(index);
    drawn();
    life.tell("step", { index });
    if (end) life.tell("end");
  },
  back: steps.back,
  rest: () => fetchRest(life, finder),
  leave,
  keep(how, text) {
    const kept = (done) => finder() && finder().kept(how, done);
    life.keeping.then(({ keep }) => keep(how, life, text)).then(() => kept(true), () => kept(false));
  },
  failed(code, detail) {
    bury();
    die(detail);
  },
});

const action = (life, name) => life.place.querySelector("[data-action=" + name + "]");

/** Starts the widget; resolves when its first screen is drawn. */
const draw = (life, glue, edition, rung) =>
  new Later((resolve, reject) => {
    let finder;
    const lose = (error) => {
      life.lower();
      showStart(life);
      reject(error);
    };
    const drawn = () => {
      if (life.isReady) return;
      clearTimeout(timer);
      // Whoever shows a frame once it is ready knows by then how tall it is.
      if (life.framed) tellHeight(life);
      life.ready(rung);
      // Fetched now, and not when it is wanted: a request then would tell of a result.
      life.keeping = life.files.keep();
      life.keeping.catch(() => {});
      resolve(() => finder);
    };
    const die = (detail) => {
      finder = null;
      if (life.isReady) life.fail("panic", detail);
      else lose(fault("panic", detail));
    };
    const timer = setTimeout(() => lose(fault("page", "nothing is drawn")), DRAWN_MS);
    const steps = trail(() => finder);
    const ends = [
      () => clearTimeout(timer),
      steps.end,
      presses(life, () => action(life, "exit")),
      () => finder && finder.destroy(),
      () => (finder = null),
    ];
    life.lower = () => ends.splice(0).forEach((end) => end());
    life.ends.push(life.lower);
    keepInSight(life.place);
    try {
      finder = glue.start(life.place, edition, hostFor(life, steps, () => finder, drawn, die));
    } catch (error) {
      // What the widget itself refuses is a plain error, and no frame would make it better.
      const refused = error.name === "Error";
      lose(fault(refused ? "pathway" : "page", error, refused));
    }
  });

/** Takes over from the start page that only stood there, and from what was done on it. */
export const run = async (life, glue, edition, rung) => {
  const focused = life.root.activeElement;
  const finder = await draw(life, glue, edition, rung);
  if (!finder()) return;
  if (life.leaves) action(life, "exit").click();
  else if (life.pressed) finder().visit(1);
  else if (focused) action(life, "start").focus({ preventScroll: true });
};
