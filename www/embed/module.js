// The widget's code, in WebAssembly or, where that cannot run, as its twin in plain JavaScript. One
// for all elements on the page.

import { dead } from "./alarm.js";
import { fault } from "./fault.js";
import { complain } from "./name.js";

let loaded;

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

/** What makes an edition of a host's own pathway: asked for only where there is one. */
export const reader = async (life) => (await load(life, life.files.reader)).glue;

export const module = async (life) => {
  if (dead()) throw fault("panic", "the widget failed before on this page");
  if (!loaded) loaded = load(life, life.files.widget);
  try {
    return await loaded;
  } catch (error) {
    loaded = null;
    throw error;
  }
};
