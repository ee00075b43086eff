// A module, in WebAssembly or, where that cannot run, as its twin in plain JavaScript. One for all
// elements on the page.

import { fault } from "./load-error.js";
import { complain } from "./constants.js";

const inWasm = async (files) => {
  const wasm = files.wasm();
  const glue = await files.glue();
  await glue.default({ module_or_path: await wasm });
  return { glue, rung: 1 };
};

const inScript = async (files) => {
  const glue = await files.twin();
  await glue.default();
  return { glue, rung: 2 };
};

const load = async (life, files) => {
  if (life.compiles()) {
    try {
      return await inWasm(files);
    } catch (error) {
      complain("goes on without WebAssembly: " + error);
    }
  }
  try {
    return await inScript(files);
  } catch (error) {
    throw fault("load", error);
  }
};

const once = (name) => {
  let loaded;
  return async (life) => {
    if (!loaded) loaded = load(life, life.files[name]);
    try {
      return await loaded;
    } catch (error) {
      loaded = null;
      throw error;
    }
  };
};

/** Reads the files of a pathway that the host names. */
export const reader = once("reader");

const finder = once("finder");

let dead = false;

/** After a fault in it the widget's module may not be entered again, and cannot be loaded twice. */
export const bury = () => (dead = true);

/** The widget. */
export const module = async (life) => {
  if (dead) throw fault("panic", "the widget failed before on this page");
  return finder(life);
};
