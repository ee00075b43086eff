// Loads the files of the widget, each once for all elements on the page. The paths contain a hash
// of the content.

import { edition, program } from "../generated/names.json";

/** Returns the absolute address of a file in the folder of this script. */
export const urlOf = (path) => new URL(path, import.meta.url).href;

const get = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw Error(response.status + " " + url);
  return response;
};

export const fetchBytes = async (url) => new Uint8Array(await (await get(url)).arrayBuffer());

/** Calls `load` once and stores its promise. After a failure the next call tries again. */
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

/** The stylesheet for all elements. */
export const stylesheet = once(async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await get(urlOf(STYLESHEET))).text());
  return sheet;
});

export const fallbacks = script("ladder");

/** A Rust module: its WebAssembly, the script that runs it, and its version in plain JavaScript. */
const module = (name) => ({
  glue: script(name),
  wasm: once(() => get(urlOf(program + name + "_bg.wasm"))),
  twin: script(name + "_twin"),
});

export const resources = {
  finder: module("ppimhs_finder"),
  reader: module("ppimhs_reader"),
  edition: once(() => fetchBytes(urlOf(edition + "en-GB.edition.bin"))),
  export: script("keep"),
  frame: script("enframe"),
};

/** Tries an empty module. Returns true if the page allows WebAssembly. */
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

/** Starts to load all files for the first fallback level. */
export const prefetchAll = (hasOwnFiles) => {
  prefetch(resources.finder);
  if (hasOwnFiles) prefetch(resources.reader);
  else resources.edition();
};
