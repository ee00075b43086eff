// Loads a WebAssembly module, and connects it with the script that wasm-bindgen wrote for it.

import { __wbg_set_wasm } from "./glue.js";
import { guarded } from "./guard.js";
import { imports, script } from "./imports.js";

export * from "./exports.js";

const wanted = { [script]: imports };

// A server that does not know WebAssembly sends another type, and streaming would refuse it.
const made = (response) => {
  const known = (response.headers.get("content-type") || "").startsWith("application/wasm");
  return known && WebAssembly.instantiateStreaming
    ? WebAssembly.instantiateStreaming(response, wanted)
    : response.arrayBuffer().then((bytes) => WebAssembly.instantiate(bytes, wanted));
};

const connect = (exports) => {
  const ways = guarded(exports);
  __wbg_set_wasm(ways);
  // A development build has tables to prepare.
  if (ways.__wbindgen_start) ways.__wbindgen_start();
};

let loading;

/** Makes the module ready; a second call waits for the first. */
export default ({ module_or_path }) =>
  (loading =
    loading ||
    Promise.resolve(module_or_path)
      .then((given) =>
        given instanceof WebAssembly.Module ? WebAssembly.instantiate(given, wanted) : made(given)
      )
      .then((made) => connect((made.instance || made).exports)));
