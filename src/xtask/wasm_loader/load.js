// Loads a WebAssembly module, and connects it with the script that wasm-bindgen wrote for it.

import { __wbg_set_wasm } from "./glue.js";
import { guardExports } from "./guard.js";
import { imports, script } from "./connection.js";

export * from "./exports.js";

const importObject = { [script]: imports };

// Streaming refuses a module from a server that sends another type.
const instantiate = (response) => {
  const type = response.headers.get("content-type") || "";
  return type.startsWith("application/wasm") && WebAssembly.instantiateStreaming
    ? WebAssembly.instantiateStreaming(response, importObject)
    : response.arrayBuffer().then((bytes) => WebAssembly.instantiate(bytes, importObject));
};

const connect = (exports) => {
  const guarded = guardExports(exports);
  __wbg_set_wasm(guarded);
  // A development build has tables to prepare.
  if (guarded.__wbindgen_start) guarded.__wbindgen_start();
};

let loading;

/** Makes the module ready; a second call waits for the first. */
export default ({ module_or_path }) =>
  (loading =
    loading ||
    Promise.resolve(module_or_path)
      .then((source) =>
        source instanceof WebAssembly.Module
          ? WebAssembly.instantiate(source, importObject)
          : instantiate(source)
      )
      .then((result) => connect((result.instance || result).exports)));
