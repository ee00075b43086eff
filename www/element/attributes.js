// The attributes that the scripts read before the widget runs. A value that is not known is the
// default; fallbacks.js writes a line about it to the console.

/** Whether this page is `frame.html`. Its address may differ: some servers drop the `.html`. */
export const isFrame = document.documentElement.dataset.ppimhsFinder === "frame";

const parameters = new URLSearchParams(location.search);

/**
 * The settings that a frame takes from the page around it. A link to the frame could otherwise show
 * other telephone numbers on a trust's own site, or choose where the exit leads.
 */
export const parentSettings = { pathway: null, trust: null, exit: null };

/** The value of an attribute. A frame reads the other attributes from its own address. */
export const attribute = (element, name) => {
  if (!isFrame) return element.getAttribute(name);
  return name in parentSettings ? parentSettings[name] : parameters.get(name);
};

/** The level of the first heading. The widget itself warns about a wrong value. */
export const headingLevel = (element) => {
  const level = attribute(element, "heading-level");
  return /^\s*[1-4]\s*$/.test(level) ? Number(level) : 2;
};

/** The fallbacks that may be used: all of them, those in this page, or the frame alone. */
export const mode = (element) => (isFrame ? "shadow" : attribute(element, "mode"));

/** Whether the widget loads only when the visitor comes near it. */
export const isLazy = (element) => !isFrame && attribute(element, "loading") === "lazy";
