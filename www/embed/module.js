// The widget's code, in WebAssembly or, where that cannot run, as its twin in plain JavaScript. One
// for all elements on the page.

import { dead } from "./alarm.js";
import { fault } from "./fault.js";
import { complain } from "./name.js";

let loaded;

const inWasm = async (life) => {
  const wasm = life.files.wasm();
  const glue = await life.files.glue();
  await glue.default({ module_or_path: await wasm });
  return { glue, rung: 1 };
};

const inScript = async (life) => {
  const glue = await life.files.twin();
  await glue.default();
  return { glue, rung: 2 };
};

const load = async (life) => {
  if (life.compiles()) {
    try {
      return await inWasm(life);
    } catch (error) {
      complain("goes on without WebAssembly: " + error);
    }
  }
  try {
    return await inScript(life);
  } catch (error) {
    throw fault("load", error);
  }
};

export const module = async (life) => {
  if (dead()) throw fault("panic", "the widget failed before on this page");
  if (!loaded) loaded = load(life);
  try {
    return await loaded;
  } catch (error) {
    loaded = null;
    throw error;
  }
};
