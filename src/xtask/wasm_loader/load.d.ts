
/** Loads the module. Call this function before any other function of the module. */
export default function init(options: {
  module_or_path: Response | Promise<Response> | WebAssembly.Module;
}): Promise<void>;
