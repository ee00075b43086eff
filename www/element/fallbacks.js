// Runs the fallbacks. If a level fails, the next level runs. Level 1 is the widget in WebAssembly.
// Level 2 is the widget in plain JavaScript. Level 3 is the widget in a frame. Level 4 is the
// static help with a link to the plain guide; lifecycle.js shows it. Level 5 is the host's own
// link, for pages where no script runs.

import { applyStyles, untilStyled } from "./apply-styles.js";
import { warn } from "./constants.js";
import { createWith } from "./dom.js";
import { addExitShortcut } from "./exit-shortcut.js";
import { holdHeight, releaseHeight, watchHeight } from "./report-height.js";
import { loadEdition } from "./load-edition.js";
import { loadFinder } from "./load-wasm.js";
import { mountWidget } from "./mount.js";
import { checkPage } from "./check-host-functions.js";
import { stopPrivateEvents } from "./private-events.js";
import { showStartPage } from "./start-page.js";

/** Runs the widget in the page itself: fallback level 1 or 2. */
const mountInPage = async (lifecycle) => {
  lifecycle.guarded(() => checkPage(lifecycle.mountPoint));
  const edition = loadEdition(lifecycle);
  edition.catch(() => {});
  const { glue, level } = await loadFinder(lifecycle);
  const bytes = await edition;
  if (!lifecycle.isStopped) await mountWidget(lifecycle, glue, bytes, level);
};

/**
 * Runs the widget in a frame: fallback level 3. Only a page that needs the frame loads the script
 * for it.
 */
const mountInFrame = async (lifecycle) => {
  const { mountFrame } = await import(new URL("enframe.js", import.meta.url).href);
  if (!lifecycle.isStopped) await mountFrame(lifecycle);
};

/**
 * Removes the widget from the page and runs it in a frame. This happens when the host page blocks
 * clicks.
 */
const moveToFrame = async (lifecycle) => {
  lifecycle.guarded(() => {
    lifecycle.unmount();
    lifecycle.isReady = false;
    showStartPage(lifecycle);
  });
  try {
    await mountInFrame(lifecycle);
  } catch (error) {
    lifecycle.fail(error);
  }
};

/** Watches the settings and the first click, with scripts that load after the first screen. */
const watch = (lifecycle, { warnUnknown, watchClicks }) => {
  warnUnknown(lifecycle);
  const isWatched = lifecycle.mode !== "shadow" && !lifecycle.isStopped;
  if (isWatched) watchClicks(lifecycle, () => moveToFrame(lifecycle));
};

/** Keeps the height of the page while the widget draws a new screen after the visitor's click. */
const onClick = (lifecycle) => {
  lifecycle.guarded(() => holdHeight(lifecycle));
  requestAnimationFrame(() => lifecycle.guarded(() => releaseHeight(lifecycle)));
};

const findExit = ({ frameExit, mountPoint }) =>
  frameExit || mountPoint.querySelector("[data-action=exit]");

/** Shows the start page. From now on the visitor can use the exit and the help. */
const begin = (lifecycle) => {
  stopPrivateEvents(lifecycle);
  showStartPage(lifecycle);
  lifecycle.styles.show();
  applyStyles(lifecycle);
  addExitShortcut(lifecycle, () => findExit(lifecycle));
  watchHeight(lifecycle);
  lifecycle.container.addEventListener("click", () => onClick(lifecycle), true);
};

/**
 * Connects the widget in frame.html with the page around it. Only frames load the script for this.
 */
const connectFrame = async (lifecycle) => {
  const { listenToParent } = await import(new URL("inframe.js", import.meta.url).href);
  await listenToParent(lifecycle);
};

/**
 * Shows the widget on the first fallback level that works. The promise resolves when the visitor
 * can start, and rejects when levels 1 to 3 have failed.
 */
export const mountWithFallbacks = async (lifecycle) => {
  createWith(lifecycle.createEmpty);
  if (lifecycle.isFrame && parent !== self) {
    try {
      await connectFrame(lifecycle);
    } catch (error) {
      applyStyles(lifecycle);
      throw error;
    }
  }
  await untilStyled(lifecycle);
  if (lifecycle.isStopped) return;
  lifecycle.guarded(() => begin(lifecycle));
  if (lifecycle.mode !== "frame") {
    try {
      await mountInPage(lifecycle);
      lifecycle.later.then((scripts) => watch(lifecycle, scripts), () => {});
      return;
    } catch (error) {
      if (lifecycle.isStopped || error.isFinal || lifecycle.mode === "shadow") throw error;
      warn("goes on in a frame: " + (error.detail || error));
    }
  }
  await mountInFrame(lifecycle);
};
