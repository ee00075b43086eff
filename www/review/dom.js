export const byId = (id) => document.getElementById(id);

const same = (text) => text;
const rules = { createHTML: same, createScriptURL: same };

/**
 * Marks HTML from the core, and addresses of the page's own scripts, as trusted. A browser with
 * trusted types refuses everything else. The core has escaped every text from a file.
 */
export const trusted = self.trustedTypes
  ? trustedTypes.createPolicy("ppimhs-review", rules)
  : rules;

/** Puts HTML from the core into an element. */
export const setHtml = (element, html) => {
  const range = document.createRange();
  element.replaceChildren(range.createContextualFragment(trusted.createHTML(html)));
};
