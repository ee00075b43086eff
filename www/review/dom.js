// Finds and fills elements of the review page.

export const byId = (id) => document.getElementById(id);

const same = (text) => text;
const rules = { createHTML: same, createScriptURL: same };

/**
 * Marks two things as trusted: HTML that the core has created, and addresses of the page's own
 * scripts. A browser with trusted types refuses everything else. In this HTML, the core has escaped
 * every text that comes from a file.
 */
export const trusted = self.trustedTypes
  ? trustedTypes.createPolicy("ppimhs-review", rules)
  : rules;

/** Puts HTML that the core has created into an element. */
export const setHtml = (element, html) => {
  const range = document.createRange();
  element.replaceChildren(range.createContextualFragment(trusted.createHTML(html)));
};
