// Stores the browser's own functions for nodes and events when the script starts. The host page
// could replace them later, and its own functions would then receive the closed shadow root.

const {
  defineProperty,
  getOwnPropertyDescriptor,
  getOwnPropertyDescriptors,
  getPrototypeOf,
} = Object;

/**
 * Creates an HTML element without attributes. This function never reads `document.createElement`,
 * because a host page may contain `<img name="createElement">`, which hides that method.
 */
export const createEmpty = getPrototypeOf(document).createElement.bind(document);

/**
 * Triples of a prototype of the browser, the name of one of its properties, and the
 * descriptor that this property had when the script started.
 */
const natives = [];

const store = (prototype) => {
  const properties = getOwnPropertyDescriptors(prototype);
  for (const name in properties) {
    // The widget uses no property such as `onclick`.
    if (!name.startsWith("on")) natives.push([prototype, name, properties[name]]);
  }
};

[
  document,
  createEmpty("form"),
  createEmpty("input"),
  createEmpty("p").attachShadow({ mode: "closed" }),
  new KeyboardEvent(""),
  new MouseEvent(""),
].forEach((object) => {
  for (let prototype = object; (prototype = getPrototypeOf(prototype)); ) {
    // Several objects share their last prototypes.
    if (natives.some(([known]) => known === prototype)) break;
    store(prototype);
  }
});

let isGuarded = false;

/**
 * Calls `run` while the browser's original properties replace those of the host page. Afterwards it
 * restores the properties of the host page. A guarded call within another guarded call only calls
 * `run`, because comparing all properties takes time.
 */
export const guarded = (run) => {
  if (isGuarded) return run();
  const undo = [];
  for (const [prototype, name, own] of natives) {
    const now = getOwnPropertyDescriptor(prototype, name);
    const isOwn = !now || (now.value === own.value && now.get === own.get && now.set === own.set);
    if (isOwn || !now.configurable) continue;
    defineProperty(prototype, name, own);
    undo.push(() => defineProperty(prototype, name, now));
  }
  isGuarded = true;
  try {
    return run();
  } finally {
    isGuarded = false;
    undo.forEach((restore) => restore());
  }
};

/** Stops an event. It calls the original function, so it needs no guard. */
export const stopEvent = Function.prototype.call.bind(Event.prototype.stopPropagation);
