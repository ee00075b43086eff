// The files a widget is made of, each fetched once for all elements on the page, and side by side:
// in series the first question would come some round trips later. They lie in folders named by what they
// hold, so that a browser keeps them for as long as they stay the same.

import { edition, program } from "../generated/names.json";

export const at = (path) => new URL(path, import.meta.url).href;

const get = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw Error(response.status + " " + address);
  return response;
};

const once = (start) => {
  let started;
  return () => {
    if (!started) {
      started = start();
      // An element that is put back later may have more luck.
      started.catch(() => (started = null));
    }
    return started;
  };
};

const script = (name) => once(() => import(at(program + name + ".js")));
const part = (name) => once(() => bytes(at(edition + "en-GB." + name + ".bin")));

export const bytes = async (address) => new Uint8Array(await (await get(address)).arrayBuffer());

export const STYLES = program + "widget.css";

/** A sheet that any number of elements wear; it takes effect when it is put on, and not before. */
export const styles = once(async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await get(at(STYLES))).text());
  return sheet;
});

export const ladder = script("ladder");

/** A module: in WebAssembly with the script that drives it, and its twin in plain JavaScript. */
const module = (name) => ({
  glue: script(name),
  wasm: once(() => get(at(program + name + "_bg.wasm"))),
  twin: script(name + "_twin"),
});

export const files = {
  finder: module("ppimhs_finder"),
  reader: module("ppimhs_reader"),
  edition: part("edition"),
  rest: part("rest"),
  keep: script("keep"),
  frame: script("enframe"),
};

/** Whether the page lets WebAssembly run; an empty module is the cheapest way to ask. */
export const compiles = () => {
  try {
    return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    return false;
  }
};

const fetchModule = ({ glue, wasm, twin }) => (compiles() ? wasm(glue()) : twin());

/** Asks for all that the first rung that can hold will need. */
export const fetchAll = (ownFiles) => {
  fetchModule(files.finder);
  if (ownFiles) fetchModule(files.reader);
  else files.edition();
};
