// One copy of each Rust module serves every element on the page: in WebAssembly, or as its twin in
// plain JavaScript.

import { warn } from "./constants.js";
import { loadError } from "./load-error.js";

/** Resolves with the module's exports and the fallback level that they run on. */
const load = async ({ glue, wasm, twin }, allowsWasm) => {
  if (allowsWasm) {
    try {
      const exports = await glue();
      await exports.default({ module_or_path: await wasm() });
      return { glue: exports, level: 1 };
    } catch (error) {
      warn("goes on without WebAssembly: " + error);
    }
  }
  try {
    const exports = await twin();
    await exports.default();
    return { glue: exports, level: 2 };
  } catch (error) {
    throw loadError("load", error);
  }
};

const loadOnce = (lifecycle, name) => {
  const files = lifecycle.resources[name];
  if (!files.loaded) {
    files.loaded = load(files, lifecycle.allowsWasm());
    files.loaded.catch(() => (files.loaded = null));
  }
  return files.loaded;
};

/** Loads the module that reads the pathway files of a host. */
export const loadReader = (lifecycle) => loadOnce(lifecycle, "reader");

let isDead = false;

/** After a panic no page may call the widget's module again, and the browser cannot reload it. */
export const markDead = () => (isDead = true);

/** Loads the widget. */
export const loadFinder = async (lifecycle) => {
  if (isDead) throw loadError("panic", "the widget failed before on this page");
  return loadOnce(lifecycle, "finder");
};
