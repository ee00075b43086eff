/**
 * Tells the host page that the widget runs, with the event `ppimhs-finder-ready`. Stores in the
 * element the fallback level on which the widget runs.
 */
export const markReady = (lifecycle, level) => {
  clearTimeout(lifecycle.timer);
  lifecycle.container.dataset.rung = level;
  lifecycle.isReady = true;
  lifecycle.emit("ready");
};
