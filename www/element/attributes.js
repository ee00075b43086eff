// Reads the attributes that the scripts need before the widget runs. An unknown value is replaced
// by the default, and fallbacks.js warns about it in the console.

/** Returns true if this page is `frame.html`. Some servers remove `.html` from its address. */
export const isFrame = document.documentElement.dataset.ppimhsFinder === "frame";

const parameters = new URLSearchParams(location.search);

/**
 * The settings that a frame takes only from the page around it. Otherwise a link to the frame could
 * set wrong telephone numbers or the address of the exit.
 */
export const parentSettings = { pathway: null, trust: null, exit: null };

/** Returns the value of an attribute. A frame reads most attributes from its own address. */
export const attribute = (element, name) => {
  if (!isFrame) return element.getAttribute(name);
  return name in parentSettings ? parentSettings[name] : parameters.get(name);
};

/** Returns the level of the first heading. The widget warns about a wrong value. */
export const headingLevel = (element) => {
  const level = attribute(element, "heading-level");
  return /^\s*[1-4]\s*$/.test(level) ? Number(level) : 2;
};

/** Returns which fallbacks may run: all of them, those without a frame, or the frame only. */
export const mode = (element) => (isFrame ? "shadow" : attribute(element, "mode"));

/** Returns true if the widget loads only when the visitor scrolls near it. */
export const isLazy = (element) => !isFrame && attribute(element, "loading") === "lazy";
