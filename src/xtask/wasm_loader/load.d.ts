
/** Makes the module ready. Nothing else may be called before. */
export default function init(given: {
  module_or_path: Response | Promise<Response> | WebAssembly.Module;
}): Promise<void>;
