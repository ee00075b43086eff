/**
 * Returns true in a frame with a fixed height. After its start, such a frame sends no events to the
 * page around it.
 */
export const isQuiet = (lifecycle) => lifecycle.isFrame && lifecycle.attribute("height") !== null;
