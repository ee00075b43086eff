// For other programs: what reads a pathway and says where answers lead, in a browser. The widget does not
// need this file.

import { program } from "../generated/names.json";

const at = (name) => new URL(program + name, import.meta.url).href;

/** Resolves with the reader of this build, ready: `route`, `Router` and `compile`. */
export const reader = async () => {
  const module = await import(at("ppimhs_reader.js"));
  await module.default({ module_or_path: fetch(at("ppimhs_reader_bg.wasm")) });
  return module;
};
