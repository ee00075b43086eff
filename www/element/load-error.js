// What went wrong → an error with a code that the host page may know.

/** `last` says that no lower rung of the ladder would fare better. */
export const fault = (code, error, last) =>
  Object.assign(Error(code), { code, detail: String((error && error.message) || error), last });
