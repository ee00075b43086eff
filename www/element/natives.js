// Stores the browser's functions for nodes and events at the start. A page could replace them
// later, and the replaced function would receive the closed shadow root.

const {
  defineProperty,
  getOwnPropertyDescriptor,
  getOwnPropertyDescriptors,
  getPrototypeOf,
} = Object;

/**
 * Creates an element without attributes. It does not use `document.createElement` directly, because
 * a page may contain `<img name="createElement">`, which hides that method.
 */
export const createEmpty = getPrototypeOf(document).createElement.bind(document);

/** The prototypes and their original properties. */
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

let isGuarded = false;

/**
 * Calls `run` with all original properties. Restores the page's own properties afterwards. A call
 * within another call only calls `run`, because each look at all properties takes time.
 */
export const guarded = (run) => {
  if (isGuarded) return run();
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
  isGuarded = true;
  try {
    return run();
  } finally {
    isGuarded = false;
    for (const parts of replaced) defineProperty(...parts);
  }
};
