// An id → the element of this page that has it.

export const at = (id) => document.getElementById(id);
// HTML of the core, which escapes what stands in files → what stands on the page.

export const fill = (place, html) => place.replaceChildren(document.createRange().createContextualFragment(html));
