// The watchdog notices a host page that blocks clicks after the preflight passed.

const CLICK_MS = 400;
const CONTROLS = "button, label, input, summary, a";

/**
 * Calls `onBlocked` once if the first short press on a control brings no click.
 * The first click that arrives ends the watch.
 */
export const watchClicks = (lifecycle, onBlocked) => {
  const { root } = lifecycle;
  let press, timer;
  const controlOf = (event) => event.target.closest(CONTROLS);
  const onDown = (event) => (press = { control: controlOf(event), time: event.timeStamp });
  const onUp = (event) => {
    if (!press || !press.control || press.control !== controlOf(event)) return;
    // A long press opens a menu and brings no click.
    if (event.timeStamp - press.time > CLICK_MS) return;
    timer = setTimeout(() => {
      stop();
      onBlocked();
    }, CLICK_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    root.removeEventListener("pointerdown", onDown, true);
    root.removeEventListener("pointerup", onUp, true);
    root.removeEventListener("click", stop, true);
  };
  root.addEventListener("pointerdown", onDown, true);
  root.addEventListener("pointerup", onUp, true);
  root.addEventListener("click", stop, true);
  lifecycle.cleanups.push(stop);
};
