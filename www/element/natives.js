// The functions of the browser that handle the widget's nodes and events. The script keeps them at
// its start. A page can replace them later, and would then be given the closed shadow root.

const {
  defineProperty,
  getOwnPropertyDescriptor,
  getOwnPropertyDescriptors,
  getPrototypeOf,
} = Object;

/**
 * Creates an element without attributes. A page may hold `<img name="createElement">`, which hides
 * the method of the document itself.
 */
export const createEmpty = getPrototypeOf(document).createElement.bind(document);

/** The prototypes, each with its properties as they were when the script began. */
const natives = [];

[
  document,
  createEmpty("form"),
  createEmpty("input"),
  createEmpty("p").attachShadow({ mode: "closed" }),
  new KeyboardEvent(""),
  new MouseEvent(""),
].forEach((object) => {
  for (let prototype = object; (prototype = getPrototypeOf(prototype)); ) {
    natives.push([prototype, getOwnPropertyDescriptors(prototype)]);
  }
});

/** Calls `run` while every property is what it was when the script began. */
export const guarded = (run) => {
  const replaced = [];
  for (const [prototype, properties] of natives) {
    for (const name in properties) {
      const now = getOwnPropertyDescriptor(prototype, name);
      const own = properties[name];
      const isOwn = !now || (now.value === own.value && now.get === own.get && now.set === own.set);
      if (isOwn || !now.configurable) continue;
      defineProperty(prototype, name, own);
      replaced.push([prototype, name, now]);
    }
  }
  try {
    return run();
  } finally {
    for (const parts of replaced) defineProperty(...parts);
  }
};
