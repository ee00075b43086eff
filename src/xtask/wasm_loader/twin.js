// The same module in plain JavaScript, for browsers and pages that let no WebAssembly run.

import { module } from "./module.js";
import { __wbg_set_wasm } from "./glue.js";
import { guarded } from "./guard.js";

export * from "./exports.js";

__wbg_set_wasm(guarded(module));

/** There is nothing to wait for, and nothing to fetch. */
export default () => Promise.resolve();
