// Loads the module that reads a pathway and computes the outcomes of answers. Only other programs
// need this file; the widget does not load it.

import { program } from "../generated/names.json";

const urlOf = (name) => new URL(program + name, import.meta.url).href;

/** Resolves with the module: `route`, `Router`, `compile` and `guide`. */
export const reader = async () => {
  const module = await import(urlOf("ppimhs_reader.js"));
  await module.default({ module_or_path: fetch(urlOf("ppimhs_reader_bg.wasm")) });
  return module;
};
