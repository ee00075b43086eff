// Mounts the widget: creates its connection with the host page, draws its first screen within a time
// limit, and shows the help if the module stops.

import { warn } from "./constants.js";
import { exitPage } from "./exit-page.js";
import { emitHeight, releaseHeight } from "./report-height.js";
import { loadError } from "./load-error.js";
import { markDead } from "./load-wasm.js";
import { NativePromise } from "./native-promise.js";
import { removePrintFrame } from "./remove-print-frame.js";
import { isQuiet } from "./quiet-frame.js";
import { markReady } from "./ready.js";
import { showStartPage } from "./start-page.js";
import { today } from "./today.js";

// How long the widget may take to draw its first screen, in milliseconds.
const DRAW_LIMIT_MS = 5000;

/**
 * Creates the object through which the widget speaks to its host page. src/embed/element_script.rs describes
 * its functions.
 * @param {Lifecycle} lifecycle
 * @param {() => Finder | null} finder returns the running widget
 * @param {() => void} onDrawn is called after the first screen appears
 * @param {(detail: string) => void} onPanic is called after a panic in the module
 */
const createHost = (lifecycle, finder, onDrawn, onPanic) => ({
  guide: lifecycle.guideUrl(lifecycle.element),
  built: lifecycle.built,
  today: today(),
  quiet: isQuiet(lifecycle),
  run: lifecycle.guarded,
  attribute: (name) => lifecycle.attribute(name),
  warn,
  reportStep(index, end) {
    if (lifecycle.isStopped) return;
    releaseHeight(lifecycle);
    removePrintFrame(lifecycle);
    // In a frame with a fixed height, the frame itself scrolls to the top of the new screen. The
    // page around the frame does not scroll.
    if (isQuiet(lifecycle)) scrollTo(0, 0);
    onDrawn();
    lifecycle.emit("step", { index });
    if (end) lifecycle.emit("end");
  },
  exit: (address) => exitPage(lifecycle, address),
  exportSummary(method, text) {
    const report = (done) => finder() && finder().exported(method, done);
    lifecycle.later
      .then(({ exportSummary }) => exportSummary(method, lifecycle, text))
      .then(() => report(true), () => report(false));
  },
  reportPanic(detail) {
    markDead();
    onPanic(detail);
  },
});

/** Moves the focus to Start. A widget that continues a journey has no start page. */
const focusStart = ({ mountPoint }) => {
  const start = mountPoint.querySelector("[data-action=start]");
  if (start) start.focus({ preventScroll: true });
};

/**
 * Starts the widget in the element. The promise resolves when the first screen of the widget
 * appears.
 */
const draw = (lifecycle, glue, edition, level) =>
  new NativePromise((resolve, reject) => {
    let finder;
    const fail = (error) => {
      lifecycle.guarded(() => {
        lifecycle.unmount();
        showStartPage(lifecycle);
      });
      reject(error);
    };
    const onDrawn = () => {
      if (lifecycle.isReady) return;
      clearTimeout(timer);
      // The page around a frame needs the height of the widget before it shows the frame.
      if (lifecycle.isFrame) emitHeight(lifecycle);
      markReady(lifecycle, level);
      // The script for printing, copying and saving loads before the visitor needs it. A request at
      // the time of an export would reveal that the visitor has a result.
      lifecycle.later = import(new URL("keep.js", import.meta.url).href);
      lifecycle.later.catch(() => {});
      resolve(() => finder);
    };
    const onPanic = (detail) => {
      finder = null;
      const error = loadError("panic", detail);
      if (lifecycle.isReady) lifecycle.fail(error);
      else fail(error);
    };
    const timer = setTimeout(() => fail(loadError("page", "nothing is drawn")), DRAW_LIMIT_MS);
    const cleanups = [
      () => clearTimeout(timer),
      () => finder && finder.destroy(),
      () => (finder = null),
    ];
    lifecycle.unmount = () => cleanups.splice(0).forEach((cleanup) => cleanup());
    lifecycle.cleanups.push(lifecycle.unmount);
    const host = createHost(lifecycle, () => finder, onDrawn, onPanic);
    try {
      finder = lifecycle.guarded(() => glue.start(lifecycle.mountPoint, edition, host));
    } catch (error) {
      // The widget throws a plain error if the edition is invalid. The widget in a frame would
      // refuse the same edition.
      const isRefusal = error.name === "Error";
      fail(loadError(isRefusal ? "pathway" : "page", error, isRefusal));
    }
  });

/**
 * Replaces the start page by the widget. If the visitor has pressed Start before, the widget goes
 * on to the first question.
 */
export const mountWidget = async (lifecycle, glue, edition, level) => {
  const focused = lifecycle.guarded(() => lifecycle.root.activeElement);
  const finder = await draw(lifecycle, glue, edition, level);
  if (!finder()) return;
  if (lifecycle.startRequested) finder().visit(1);
  else if (focused) lifecycle.guarded(() => focusStart(lifecycle));
};
