// Detects a host page that blocks the visitor's clicks on the widget.

const CLICK_MS = 400;
const CONTROLS = "button, label, input, summary, a";

/**
 * Calls `onBlocked` if the visitor's first short press on a control of the widget causes no click.
 * The watch ends after this press, or after the first click.
 */
export const watchClicks = (lifecycle, onBlocked) => {
  const { guarded, root } = lifecycle;
  let press, timer;
  const controlOf = (event) => event.target.closest(CONTROLS);
  const onDown = (event) => {
    // The browser sends a click only for the main mouse button or the first finger.
    const isMain = event.button === 0 && event.isPrimary && !event.ctrlKey;
    press = { control: isMain && controlOf(event), time: event.timeStamp };
  };
  const onUp = (event) => {
    if (!press || !press.control || press.control !== controlOf(event)) return;
    // A long press opens a menu of the browser, and the browser then sends no click.
    if (event.timeStamp - press.time > CLICK_MS) return;
    timer = setTimeout(() => {
      stop();
      onBlocked();
    }, CLICK_MS);
  };
  const listeners = [
    ["pointerdown", (event) => guarded(() => onDown(event))],
    ["pointerup", (event) => guarded(() => onUp(event))],
    ["click", () => stop()],
  ];
  const stop = () => {
    clearTimeout(timer);
    guarded(() =>
      listeners.forEach(([type, listener]) => root.removeEventListener(type, listener, true))
    );
  };
  guarded(() =>
    listeners.forEach(([type, listener]) => root.addEventListener(type, listener, true))
  );
  lifecycle.cleanups.push(stop);
};
