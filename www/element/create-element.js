// A tag, its attributes and what stands in it → an element. Nothing is ever read as HTML.

export const make = (tag, attributes, ...content) => {
  const element = document.createElement(tag);
  Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
  element.append(...content);
  return element;
};
