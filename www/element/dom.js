// Creates the HTML elements that the scripts of the element draw themselves.

let createEmpty;

/**
 * Stores the browser's own function that creates an HTML element. The first bundle finds it before
 * the host page can replace it, and every later bundle uses it. Only the first call counts: the host
 * page can import this bundle too, and must not be able to pass in its own function.
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
