// What the element is called, and what its events and its lines in the console begin with.

export const NAME = "ppimhs-finder";

/** A line for the page's author. */
export const complain = (line) => console.warn(NAME + ": " + line);
