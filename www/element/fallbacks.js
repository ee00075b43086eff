// The ladder: each rung that cannot hold hands down to the next. 1 is the widget in WebAssembly,
// 2 its twin in plain JavaScript, 3 a frame of its own, 4 the help and the plain guide, which
// life.js shows when this gives up, and 5 what the element holds, where no script runs at all.

import { contents } from "./load-edition.js";
import { watchClicks } from "./click-watchdog.js";
import { settle } from "./fields.js";
import { holdHeight, letGo, watchHeight } from "./height.js";
import { listen } from "../frame/frame-child.js";
import { module } from "./load-wasm.js";
import { complain } from "./constants.js";
import { checkPage } from "./preflight.js";
import { run } from "./run.js";
import { showStart } from "./start-page.js";

/** Rungs 1 and 2. */
const inPage = async (life) => {
  checkPage(life.place);
  const edition = contents(life);
  edition.catch(() => {});
  const { glue, rung } = await module(life);
  const bytes = await edition;
  // What is ready before it has its looks would move the page once more.
  await life.look.seen;
  if (!life.over) await run(life, glue, bytes, rung);
};

/** Rung 3. Few pages need it, so its script is fetched by those alone. */
const inFrame = async (life) => {
  const { enframe } = await life.files.frame();
  if (!life.over) await enframe(life);
};

/** The page turned deaf under a widget that nobody has used yet. */
const fall = async (life) => {
  life.lower();
  life.isReady = false;
  showStart(life);
  try {
    await inFrame(life);
  } catch (error) {
    life.fail(error.code || "load", error.detail || error);
  }
};

/** What a click changes is drawn before the next frame. */
const aroundStep = (life) => {
  holdHeight(life);
  requestAnimationFrame(() => {
    letGo(life);
    settle(life);
  });
};

/** Resolves when the visitor can begin; throws when no rung holds. */
export const climb = async (life) => {
  if (life.framed) listen(life);
  showStart(life);
  life.look.come();
  watchHeight(life);
  life.holder.addEventListener("click", () => aroundStep(life), true);
  if (life.mode !== "frame") {
    try {
      await inPage(life);
      if (life.mode === "auto") watchClicks(life, () => fall(life));
      return;
    } catch (error) {
      if (life.over || error.last || life.mode === "shadow") throw error;
      complain("goes on in a frame: " + (error.detail || error));
    }
  }
  await inFrame(life);
};
