/** The name of the element. Its events and its console messages begin with this name. */
export const NAME = "ppimhs-finder";

/** Writes a message for the author of the host page to the console. */
export const warn = (line) => console.warn(NAME + ": " + line);
