/**
 * Creates an error that says why the widget cannot load.
 * @param {string} code the code in the event `ppimhs-finder-failed`
 * @param {unknown} cause the error, or a text for the console
 * @param {boolean} [isFinal] true if every later fallback would fail for the same reason
 */
export const loadError = (code, cause, isFinal) =>
  Object.assign(Error(code), { code, detail: String((cause && cause.message) || cause), isFinal });
