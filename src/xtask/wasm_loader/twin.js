// The same module in plain JavaScript, for browsers and pages that run no WebAssembly.

import { module } from "./module.js";
import { __wbg_set_wasm } from "./glue.js";
import { guardExports } from "./guard.js";

export * from "./exports.js";

__wbg_set_wasm(guardExports(module));

/** A twin needs no fetch and no wait. */
export default () => Promise.resolve();
