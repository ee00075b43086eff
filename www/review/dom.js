export const byId = (id) => document.getElementById(id);

/** Puts HTML of the core into an element. The core escapes every text that comes from a file. */
export const setHtml = (element, html) =>
  element.replaceChildren(document.createRange().createContextualFragment(html));
