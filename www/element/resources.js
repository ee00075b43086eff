// Loads the files of the widget. All elements on the page share each file, so it loads once. The
// paths contain a hash of the content.

import { edition, program } from "../generated/names.json";

/** Returns the absolute address of a file, from its path in the folder of this script. */
export const urlOf = (path) => new URL(path, import.meta.url).href;

const get = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw Error(response.status + " " + url);
  return response;
};

export const fetchBytes = async (url) => new Uint8Array(await (await get(url)).arrayBuffer());

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

const script = (name) => once(() => import(urlOf(program + name + ".js")));

export const STYLESHEET = program + "widget.css";

/**
 * Loads the stylesheet that all elements on the page share. The file is loaded first: a browser that
 * cannot create a stylesheet then has the file when a link asks for it.
 */
const stylesheet = once(async () => {
  const text = await (await get(urlOf(STYLESHEET))).text();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
});

export const fallbacks = script("ladder");

/**
 * Returns three functions that load a Rust module: its WebAssembly, the script that runs the
 * WebAssembly (`glue`), and the same module in plain JavaScript (`twin`).
 */
const module = (name) => ({
  glue: script(name),
  wasm: once(() => get(urlOf(program + name + "_bg.wasm"))),
  twin: script(name + "_twin"),
});

export const resources = {
  stylesheet,
  finder: module("ppimhs_finder"),
  reader: module("ppimhs_reader"),
  edition: once(() => fetchBytes(urlOf(edition + "en-GB.edition.bin"))),
  export: script("keep"),
  frame: script("enframe"),
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
  const files = allowsWasm() ? [glue, wasm] : [twin];
  files.forEach((load) => load());
};

/**
 * Starts to load all files that fallback level 1 needs, or level 2 if the page refuses WebAssembly.
 */
export const prefetchAll = (hasOwnFiles) => {
  prefetch(resources.finder);
  if (hasOwnFiles) prefetch(resources.reader);
  else resources.edition();
};
