// Loads the Rust modules in WebAssembly or in plain JavaScript. All elements on the page share one
// copy of each module.

import { loadError } from "./load-error.js";
import { reportProblem } from "./log-likely-cause.js";
import { tryInTurn } from "./try-in-turn.js";

const loadWasm = async ({ glue, wasm }) => {
  const exports = await glue();
  await exports.default({ module_or_path: await wasm() });
  return { glue: exports, level: 1 };
};

const loadTwin = async ({ twin }) => {
  const exports = await twin();
  await exports.default();
  return { glue: exports, level: 2 };
};

/**
 * Resolves with the exports of a Rust module and its fallback level. If the WebAssembly fails or
 * takes too long, the plain JavaScript loads too, and the first of the two to load runs.
 */
const load = async (files, allowsWasm) => {
  const wasm = { url: files.url, load: () => loadWasm(files) };
  const twin = { url: files.url.replace("bg.wasm", "twin.js"), load: () => loadTwin(files) };
  try {
    return await tryInTurn(allowsWasm ? [wasm, twin] : [twin], reportProblem);
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

/** Loads the Rust module that reads pathway files and trust files. */
export const loadReader = (lifecycle) => loadOnce(lifecycle, "reader");

let isDead = false;

/**
 * Marks the widget's module as unusable after a panic. The browser cannot load the same module a
 * second time.
 */
export const markDead = () => (isDead = true);

/** Loads the widget's Rust module, or rejects if the module has panicked before on this page. */
export const loadFinder = async (lifecycle) => {
  if (isDead) throw loadError("panic", "the widget failed before on this page");
  return loadOnce(lifecycle, "finder");
};
