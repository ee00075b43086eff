/**
 * The tag name of the element. The names of its events and its messages in the console begin with
 * this name.
 */
export const NAME = "ppimhs-finder";

/** Writes a message for the author of the host page to the console. */
export const warn = (line) => console.warn(NAME + ": " + line);
