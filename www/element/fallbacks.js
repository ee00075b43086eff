// The fallbacks. Each level that fails hands over to the next: 1 the widget in WebAssembly, 2 its
// twin in plain JavaScript, 3 the widget in a frame, 4 the static help with a link to the plain
// guide, which lifecycle.js shows, and 5 the host's own link, where no script runs.

import { watchClicks } from "./click-watchdog.js";
import { warn } from "./constants.js";
import { createWith } from "./create-element.js";
import { addExitShortcut } from "./exit-shortcut.js";
import { holdHeight, releaseHeight, watchHeight } from "./height.js";
import { loadEdition } from "./load-edition.js";
import { loadFinder } from "./load-wasm.js";
import { mountWidget } from "./mount.js";
import { NativePromise } from "./native-promise.js";
import { checkPage } from "./preflight.js";
import { stopPrivateEvents } from "./private-events.js";
import { showStartPage } from "./start-page.js";

export { upgradeLinks } from "./upgrade-links.js";

const KNOWN = { mode: ["auto", "shadow", "frame"], loading: ["eager", "lazy"] };

/** Warns about the attributes that have their default because their value is not known. */
const warnUnknown = (lifecycle) =>
  Object.keys(KNOWN).forEach((name) => {
    const value = lifecycle.attribute(name);
    if (value === null || lifecycle.isFrame || KNOWN[name].includes(value)) return;
    warn(name + '="' + value.slice(0, 40) + '" is not known: use ' + KNOWN[name].join(" or "));
  });

const untilShown = ({ styles }) =>
  new NativePromise((resolve) => (styles.isShown ? resolve() : (styles.onShown = resolve)));

/** Levels 1 and 2. */
const mountInPage = async (lifecycle) => {
  lifecycle.guarded(() => checkPage(lifecycle.mountPoint));
  const edition = loadEdition(lifecycle);
  edition.catch(() => {});
  const { glue, level } = await loadFinder(lifecycle);
  const bytes = await edition;
  // A widget that is drawn before its styles would move the page twice.
  await untilShown(lifecycle);
  if (!lifecycle.isStopped) await mountWidget(lifecycle, glue, bytes, level);
};

/** Level 3. Only pages that need the frame fetch its script. */
const mountInFrame = async (lifecycle) => {
  const { mountFrame } = await lifecycle.resources.frame();
  if (!lifecycle.isStopped) await mountFrame(lifecycle);
};

/** Moves a widget that the visitor has not used yet from the page to a frame. */
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

/** Keeps the page still while the widget draws the change that a click brings. */
const onClick = (lifecycle) => {
  lifecycle.guarded(() => holdHeight(lifecycle));
  requestAnimationFrame(() => lifecycle.guarded(() => releaseHeight(lifecycle)));
};

const findExit = ({ frameExit, mountPoint }) =>
  frameExit || mountPoint.querySelector("[data-action=exit]");

/** Shows the start page, with everything that works from then on. */
const begin = (lifecycle) => {
  stopPrivateEvents(lifecycle);
  showStartPage(lifecycle);
  addExitShortcut(lifecycle, () => findExit(lifecycle));
  lifecycle.styles.startPageReady();
  watchHeight(lifecycle);
  lifecycle.container.addEventListener("click", () => onClick(lifecycle), true);
};

/** Connects frame.html with the page around it. Only frames fetch the script for that. */
const connectFrame = async (lifecycle) => {
  const { listenToParent } = await import(new URL("inframe.js", import.meta.url).href);
  await listenToParent(lifecycle);
};

/** Resolves when the visitor can begin, and rejects when levels 1 to 3 have failed. */
export const mountWithFallbacks = async (lifecycle) => {
  createWith(lifecycle.createEmpty);
  warnUnknown(lifecycle);
  if (lifecycle.isFrame && parent !== self) await connectFrame(lifecycle);
  if (lifecycle.isStopped) return;
  lifecycle.guarded(() => begin(lifecycle));
  if (lifecycle.mode !== "frame") {
    try {
      await mountInPage(lifecycle);
      const isAuto = lifecycle.mode !== "shadow";
      if (isAuto) watchClicks(lifecycle, () => moveToFrame(lifecycle));
      return;
    } catch (error) {
      if (lifecycle.isStopped || error.isFinal || lifecycle.mode === "shadow") throw error;
      warn("goes on in a frame: " + (error.detail || error));
    }
  }
  await mountInFrame(lifecycle);
};
