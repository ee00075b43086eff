// Creates the HTML elements that the scripts of the element draw themselves.

let createEmpty;

/**
 * Stores the browser's function that creates an HTML element without attributes. Every bundle uses
 * the function that the first bundle found, because the host page may replace this function later.
 * A later call changes nothing, because the host page could import the bundle too.
 */
export const createWith = (create) => (createEmpty = createEmpty || create);

/**
 * Creates an HTML element. Strings in `children` become text, never HTML.
 * @param {string} tag
 * @param {Object<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export const createElement = (tag, attributes, ...children) => {
  const element = createEmpty(tag);
  Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
  element.append(...children);
  return element;
};

/** Creates an HTML paragraph for each line of text. */
export const createParagraphs = (lines) => lines.map((line) => createElement("p", {}, line));
