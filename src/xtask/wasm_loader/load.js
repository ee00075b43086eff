// Loads a WebAssembly module, and connects it with the script that wasm-bindgen generated for it.

import { __wbg_set_wasm } from "./glue.js";
import { guardExports } from "./guard.js";
import { imports, script } from "./connection.js";

export * from "./exports.js";

const importObject = { [script]: imports };

// A browser compiles the module during the download only if the server sends the content type
// `application/wasm`.
const instantiate = (response) => {
  const type = response.headers.get("content-type") || "";
  return type.startsWith("application/wasm") && WebAssembly.instantiateStreaming
    ? WebAssembly.instantiateStreaming(response, importObject)
    : response.arrayBuffer().then((bytes) => WebAssembly.instantiate(bytes, importObject));
};

const connect = (exports) => {
  const guarded = guardExports(exports);
  __wbg_set_wasm(guarded);
  // Only the WebAssembly module of a development build has the function `__wbindgen_start`.
  if (guarded.__wbindgen_start) guarded.__wbindgen_start();
};

let loading;

/** Loads the module. A second call returns the same promise. */
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
