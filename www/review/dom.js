export const byId = (id) => document.getElementById(id);

/** Puts HTML from the core into an element. The core has escaped every text from a file. */
export const setHtml = (element, html) =>
  element.replaceChildren(document.createRange().createContextualFragment(html));
