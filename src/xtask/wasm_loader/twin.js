// Loads the module in plain JavaScript, for pages where WebAssembly does not run.

import { module } from "./module.js";
import { __wbg_set_wasm } from "./glue.js";
import { guardExports } from "./guard.js";

export * from "./exports.js";

__wbg_set_wasm(guardExports(module));

/** Resolves at once, because the plain JavaScript module is already loaded. */
export default () => Promise.resolve();
