// A module in WebAssembly, and the script that drives it.

import { __wbg_set_wasm } from "./glue.js";
import { guarded } from "./guard.js";
import { imports } from "./imports.js";

export * from "./exports.js";

// A server may not know what a module is, and then it comes a little later.
const made = (response) => {
  const known = (response.headers.get("content-type") || "").startsWith("application/wasm");
  return known && WebAssembly.instantiateStreaming
    ? WebAssembly.instantiateStreaming(response, { a: imports })
    : response.arrayBuffer().then((bytes) => WebAssembly.instantiate(bytes, { a: imports }));
};

let loading;

/** Makes the module ready; a second call waits for the first. */
export default ({ module_or_path }) =>
  (loading =
    loading ||
    Promise.resolve(module_or_path)
      .then((given) =>
        given instanceof WebAssembly.Module ? WebAssembly.instantiate(given, { a: imports }) : made(given)
      )
      .then((made) => __wbg_set_wasm(guarded((made.instance || made).exports))));
