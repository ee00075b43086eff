// The fallbacks. Each level that fails hands over to the next: 1 the widget in WebAssembly, 2 its
// twin in plain JavaScript, 3 the widget in a frame, 4 the static help with a link to the plain
// guide, which lifecycle.js shows, and 5 the host's own link, where no script runs.

import { listenToParent } from "../frame/frame-child.js";
import { watchClicks } from "./click-watchdog.js";
import { warn } from "./constants.js";
import { holdHeight, releaseHeight, watchHeight } from "./height.js";
import { loadEdition } from "./load-edition.js";
import { loadFinder } from "./load-wasm.js";
import { mountWidget } from "./mount.js";
import { checkPage } from "./preflight.js";
import { showStartPage } from "./start-page.js";

/** Levels 1 and 2. */
const mountInPage = async (lifecycle) => {
  checkPage(lifecycle.mountPoint);
  const edition = loadEdition(lifecycle);
  edition.catch(() => {});
  const { glue, level } = await loadFinder(lifecycle);
  const bytes = await edition;
  // A widget that is drawn before its styles would move the page twice.
  await lifecycle.styles.shown;
  if (!lifecycle.isStopped) await mountWidget(lifecycle, glue, bytes, level);
};

/** Level 3. Only pages that need the frame fetch its script. */
const mountInFrame = async (lifecycle) => {
  const { mountFrame } = await lifecycle.resources.frame();
  if (!lifecycle.isStopped) await mountFrame(lifecycle);
};

/** Moves a widget that the visitor has not used yet from the page to a frame. */
const moveToFrame = async (lifecycle) => {
  lifecycle.unmount();
  lifecycle.isReady = false;
  showStartPage(lifecycle);
  try {
    await mountInFrame(lifecycle);
  } catch (error) {
    lifecycle.fail(error);
  }
};

/** Keeps the page still while the widget draws the change that a click brings. */
const onClick = (lifecycle) => {
  holdHeight(lifecycle);
  requestAnimationFrame(() => releaseHeight(lifecycle));
};

/** Resolves when the visitor can begin, and rejects when levels 1 to 3 have failed. */
export const mountWithFallbacks = async (lifecycle) => {
  if (lifecycle.isFrame) listenToParent(lifecycle);
  showStartPage(lifecycle);
  lifecycle.styles.startPageReady();
  watchHeight(lifecycle);
  lifecycle.container.addEventListener("click", () => onClick(lifecycle), true);
  if (lifecycle.mode !== "frame") {
    try {
      await mountInPage(lifecycle);
      if (lifecycle.mode === "auto") watchClicks(lifecycle, () => moveToFrame(lifecycle));
      return;
    } catch (error) {
      if (lifecycle.isStopped || error.isFinal || lifecycle.mode === "shadow") throw error;
      warn("goes on in a frame: " + (error.detail || error));
    }
  }
  await mountInFrame(lifecycle);
};
