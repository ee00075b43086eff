export const byId = (id) => document.getElementById(id);

const same = (text) => text;
const rules = { createHTML: same, createScriptURL: same };

/**
 * Marks HTML of the core, and addresses of the page's own scripts, as trusted. A browser that knows
 * trusted types refuses all others. The core escapes every text that comes from a file.
 */
export const trusted = self.trustedTypes
  ? trustedTypes.createPolicy("ppimhs-review", rules)
  : rules;

/** Puts HTML of the core into an element. */
export const setHtml = (element, html) => {
  const range = document.createRange();
  element.replaceChildren(range.createContextualFragment(trusted.createHTML(html)));
};
