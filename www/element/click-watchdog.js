// The watchdog detects a host page that blocks clicks.

const CLICK_MS = 400;
const CONTROLS = "button, label, input, summary, a";

/**
 * Calls `onBlocked` if the first short press on a control causes no click. The watch ends after
 * this press or the first click.
 */
export const watchClicks = (lifecycle, onBlocked) => {
  const { guarded, root } = lifecycle;
  let press, timer;
  const controlOf = (event) => event.target.closest(CONTROLS);
  const onDown = (event) => {
    // Only the main mouse button and the first finger cause a click.
    const isMain = event.button === 0 && event.isPrimary && !event.ctrlKey;
    press = { control: isMain && controlOf(event), time: event.timeStamp };
  };
  const onUp = (event) => {
    if (!press || !press.control || press.control !== controlOf(event)) return;
    // A long press opens a menu and causes no click.
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
