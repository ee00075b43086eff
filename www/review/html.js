// HTML of the core, which escapes what stands in files → what stands on the page.

export const fill = (place, html) => place.replaceChildren(document.createRange().createContextualFragment(html));
