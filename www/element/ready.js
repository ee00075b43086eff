/**
 * Tells the host page that the widget runs, with the event `ppimhs-finder-ready`. The element
 * stores its fallback level.
 */
export const markReady = (lifecycle, level) => {
  clearTimeout(lifecycle.timer);
  lifecycle.container.dataset.rung = level;
  lifecycle.isReady = true;
  lifecycle.emit("ready");
};
