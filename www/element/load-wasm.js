// Loads the Rust modules in WebAssembly or in plain JavaScript. All elements on the page share one
// copy of each module.

import { warn } from "./constants.js";
import { loadError } from "./load-error.js";
import { NativePromise } from "./native-promise.js";

// How long a module may take to load in WebAssembly. A network filter may delay it for minutes, or
// a page may block it.
const WASM_MS = 4000;

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
 * Resolves with the exports of a Rust module and its fallback level. If the WebAssembly takes too
 * long, the plain JavaScript loads too, and the first of the two to load runs.
 */
const load = (files, allowsWasm) =>
  new NativePromise((resolve, reject) => {
    let timer, twin;
    const startTwin = (reason) => {
      clearTimeout(timer);
      if (twin) return;
      if (reason) warn("goes on without WebAssembly: " + reason);
      twin = loadTwin(files);
      twin.then(resolve, (error) => isWasmDead && reject(loadError("load", error)));
    };
    let isWasmDead = !allowsWasm;
    if (!allowsWasm) return startTwin();
    timer = setTimeout(() => startTwin("it is late"), WASM_MS);
    loadWasm(files).then(
      (module) => {
        clearTimeout(timer);
        resolve(module);
      },
      (error) => {
        isWasmDead = true;
        startTwin(error);
        twin.catch((error) => reject(loadError("load", error)));
      }
    );
  });

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
