// What the widget needs after its first screen.

export { watchClicks } from "./click-watchdog.js";
export { exportSummary } from "./export-summary.js";
export { warnUnknown } from "./warn-unknown-attributes.js";
