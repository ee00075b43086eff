// One copy of each Rust module serves every element on the page: in WebAssembly, or as its twin in
// plain JavaScript.

import { warn } from "./constants.js";
import { loadError } from "./load-error.js";
import { NativePromise } from "./native-promise.js";

// A filter may hold the WebAssembly for minutes, or a page may replace what starts it.
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
 * Resolves with the module's exports and the fallback level that they run on. Where the WebAssembly
 * is late the twin loads too, and the first of both runs.
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
