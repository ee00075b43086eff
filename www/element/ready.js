/** Reports that the widget runs on this fallback level. */
export const markReady = (lifecycle, level) => {
  clearTimeout(lifecycle.timer);
  lifecycle.container.dataset.rung = level;
  lifecycle.isReady = true;
  lifecycle.emit("ready");
};
