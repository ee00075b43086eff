/** Whether a frame has a height of its own, and tells the page around it nothing once it is ready. */
export const isQuiet = (lifecycle) => lifecycle.isFrame && lifecycle.attribute("height") !== null;
