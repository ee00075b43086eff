// A drawn step → its fields as their attributes say.

/**
 * A field that a visitor touched no longer follows its `checked` attribute, and its property is not
 * to be set: recorders on the page listen there. To reset the form says nothing of any field.
 */
export const settle = (lifecycle) => {
  const form = lifecycle.mountPoint.querySelector("form");
  if (form) form.reset();
};
