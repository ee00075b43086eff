// Reads the attributes of the element `<ppimhs-finder>` that the scripts need before the widget
// runs. This script replaces an unknown value by the default. fallbacks.js warns about the value in
// the console.

/**
 * True if this script runs in `frame.html`. The script does not look at the address of the page,
 * because some servers remove `.html` from it.
 */
export const isFrame = document.documentElement.dataset.ppimhsFinder === "frame";

const parameters = new URLSearchParams(location.search);

/**
 * The settings that a frame takes only from the page around it. If the frame took them from its own
 * address, a link to the frame could set wrong telephone numbers or the address of the exit.
 */
export const parentSettings = { pathway: null, trust: null, exit: null };

/**
 * Returns the value of an attribute of the element. In a frame, most attributes come from the
 * address of the frame.
 */
export const attribute = (element, name) => {
  if (!isFrame) return element.getAttribute(name);
  return name in parentSettings ? parentSettings[name] : parameters.get(name);
};

/**
 * Returns the level of the element's first heading: 1 to 4, or 2 if the attribute has a wrong
 * value. The widget itself warns about a wrong value.
 */
export const headingLevel = (element) => {
  const level = attribute(element, "heading-level");
  return /^\s*[1-4]\s*$/.test(level) ? Number(level) : 2;
};

/**
 * Returns which fallbacks the element may use: all (`auto` or null), all except the frame
 * (`shadow`), or the frame only (`frame`).
 */
export const mode = (element) => (isFrame ? "shadow" : attribute(element, "mode"));

/** Returns true if the element loads the widget only when the visitor scrolls near to it. */
export const isLazy = (element) => !isFrame && attribute(element, "loading") === "lazy";
