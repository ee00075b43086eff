/** The name of the element, which also begins its events and its lines in the console. */
export const NAME = "ppimhs-finder";

/** Writes a line for the author of the host page to the console. */
export const warn = (line) => console.warn(NAME + ": " + line);
