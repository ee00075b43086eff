// Writes the script that connects a module with wasm-bindgen's script, and prints the sorted names of
// the functions that the module imports.
//
// node connect.mjs MODULE CONNECTION_JS [SHORT_NAMES_JSON]
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * The names of a module: those in wasm-bindgen's script, each with that of the same item in the module.
 * `short` is the list that `wasm-opt` prints when it makes names short.
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
 * The script between both. The imports are a plain object, because old scripts of a page can spoil the
 * namespace object that a bundler makes.
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

/** A name without the hash that wasm-bindgen adds for the version of a crate. */
export const withoutHash = (name) => name.replace(/_[0-9a-f]{16}$/, '')

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [module, target, short] = process.argv.slice(2)
  // A module that no browser would compile fails here.
  const compiled = new WebAssembly.Module(readFileSync(module))
  const names = namesOf(compiled, short && JSON.parse(readFileSync(short, 'utf8')))
  writeFileSync(target, connection(names))
  const imported = names.imports.map(([name]) => withoutHash(name)).sort()
  process.stdout.write(imported.join('\n') + '\n')
}
