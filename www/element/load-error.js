/**
 * Makes an error for a widget that cannot load.
 * @param {string} code the code that the event `ppimhs-finder-failed` carries
 * @param {unknown} cause the error or the text for the console
 * @param {boolean} [isFinal] whether every lower fallback would fail in the same way
 */
export const loadError = (code, cause, isFinal) =>
  Object.assign(Error(code), { code, detail: String((cause && cause.message) || cause), isFinal });
