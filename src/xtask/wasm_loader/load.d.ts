
/** Loads the module. Call this function before any other. */
export default function init(options: {
  module_or_path: Response | Promise<Response> | WebAssembly.Module;
}): Promise<void>;
