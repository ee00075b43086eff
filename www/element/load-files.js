// Loads the files of the widget. All elements on the page share each file, so it loads once. The
// paths contain a hash of the content.

import { checksum, edition, program } from "../generated/names.json";
import { NativePromise } from "./native-promise.js";

// A filter may hold a script for minutes. After this time the element asks for it again.
const LATE_MS = 4000;

/** Returns the absolute address of a file, from its path in the folder of this script. */
export const urlOf = (path) => new URL(path, import.meta.url).href;

/**
 * Returns a function that calls `load` the first time and returns the same promise each time. After
 * a failure, the next call tries again.
 */
const once = (load) => {
  let promise;
  return () => {
    if (!promise) {
      promise = load();
      promise.catch(() => (promise = null));
    }
    return promise;
  };
};

const file = (url) =>
  once(async () => {
    const response = await fetch(url);
    if (!response.ok) throw Error(response.status + " " + url);
    return response;
  });

const script = (name) => once(() => import(urlOf(program + name + ".js")));

/**
 * Loads the script with the fallbacks. If it fails, is empty or is late, tries a second address,
 * because a browser remembers a script that failed.
 */
export const fallbacks = once(
  () =>
    new NativePromise((resolve, reject) => {
      const url = urlOf(program + "ladder.js");
      const tryAgain = () => import(url + "?2").then(resolve, reject);
      const timer = setTimeout(tryAgain, LATE_MS);
      import(url)
        .then((exports) => (exports.mountWithFallbacks ? resolve(exports) : tryAgain()), tryAgain)
        .then(() => clearTimeout(timer));
    })
);

export const links = script("links");

/**
 * Returns the address of the WebAssembly of a Rust module, and three functions that load the
 * WebAssembly, the script that runs it (`glue`), and the same module in plain JavaScript (`twin`).
 */
const module = (name) => {
  const url = urlOf(program + name + "_bg.wasm");
  return { url, glue: script(name), wasm: file(url), twin: script(name + "_twin") };
};

const editionUrl = urlOf(edition + "en-GB.edition.bin");

export const resources = {
  stylesheet: file(urlOf(program + "widget.css")),
  finder: module("ppimhs_finder"),
  reader: module("ppimhs_reader"),
  edition: { checksum, url: editionUrl, load: file(editionUrl) },
};

/**
 * Returns true if the page allows WebAssembly. An empty module shows whether the page refuses it.
 */
export const allowsWasm = () => {
  try {
    return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    return false;
  }
};

const prefetch = ({ glue, wasm, twin }) => {
  if (!allowsWasm()) return twin();
  glue();
  wasm();
};

/**
 * Starts to load all files that fallback level 1 needs, or level 2 if the page refuses WebAssembly.
 */
export const prefetchAll = (hasOwnFiles) => {
  prefetch(resources.finder);
  if (hasOwnFiles) prefetch(resources.reader);
  else resources.edition.load();
};
