// For other programs: the module that reads a pathway and routes answers. The widget does not need
// this file.

import { program } from "../generated/names.json";

const urlOf = (name) => new URL(program + name, import.meta.url).href;

/** Resolves with the module of this build, ready to use: `route`, `Router` and `compile`. */
export const reader = async () => {
  const module = await import(urlOf("ppimhs_reader.js"));
  await module.default({ module_or_path: fetch(urlOf("ppimhs_reader_bg.wasm")) });
  return module;
};
