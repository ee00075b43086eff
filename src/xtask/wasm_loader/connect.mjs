// Writes the script that connects a WebAssembly module with the script that wasm-bindgen generated
// for it. Prints the sorted names of the functions that the module imports.
//
// node connect.mjs MODULE CONNECTION_JS [SHORT_NAMES_JSON]
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * Returns pairs of names: the name in the script of wasm-bindgen, and the name in the module.
 * `short` is the list of shortened names that `wasm-opt` prints.
 */
export function namesOf(module, short) {
  const imports = WebAssembly.Module.imports(module)
  const exports = WebAssembly.Module.exports(module)
  const [script, ...others] = new Set(imports.map((item) => item.module))
  if (!script || others.length > 0) {
    throw Error(`the module imports from ${[script, ...others]}: the loader hands over one script`)
  }
  const unchanged = ({ name }) => [name, name]
  return {
    script,
    imports: short ? short.imports.map(([, long, name]) => [long, name]) : imports.map(unchanged),
    exports: short ? short.exports : exports.map(unchanged),
  }
}

/**
 * Returns the source code of the script that connects a module with the script that wasm-bindgen
 * generated for it. The imports are a plain object, because old scripts on a page can spoil the
 * namespace object that a bundler creates.
 */
export function connection({ script, imports, exports }) {
  const imported = imports.map(([name, inModule]) => `${inModule}: glue.${name}`)
  const exported = exports.map(([name, inModule]) => `${name}: ${JSON.stringify(inModule)}`)
  return `import * as glue from "./glue.js";
export const script = ${JSON.stringify(script)};
export const imports = { ${imported.join(', ')} };
export const exportNames = { ${exported.join(', ')} };
`
}

/** Removes the hash that wasm-bindgen adds to a function's name. */
export const withoutHash = (name) => name.replace(/_[0-9a-f]{16}$/, '')

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [module, target, short] = process.argv.slice(2)
  // This line fails if the module is invalid, so that no browser could compile it.
  const compiled = new WebAssembly.Module(readFileSync(module))
  const names = namesOf(compiled, short && JSON.parse(readFileSync(short, 'utf8')))
  writeFileSync(target, connection(names))
  const imported = names.imports.map(([name]) => withoutHash(name)).sort()
  process.stdout.write(imported.join('\n') + '\n')
}
