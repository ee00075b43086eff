// Loads after the first screen: the parts of the element that no visitor needs before it.

export { watchClicks } from "./click-watchdog.js";
export { exportSummary } from "./export-summary.js";
export { warnUnknown } from "./warn-unknown-attributes.js";
