let createEmpty;

/**
 * Sets the function that creates an element without attributes. All bundles use the function that
 * the first bundle stored, because the page may replace the browser's function later.
 */
export const createWith = (create) => (createEmpty = create);

/**
 * Creates an element. Strings in `children` become text, never HTML.
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

/** Creates a paragraph for each line. */
export const createParagraphs = (lines) => lines.map((line) => createElement("p", {}, line));
