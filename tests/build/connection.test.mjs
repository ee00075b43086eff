// Tests the script that connects a WebAssembly module with its imports.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connection, namesOf, withoutHash } from '../../src/xtask/wasm_loader/connect.mjs'

const text = (string) => [string.length, ...Buffer.from(string)]

/**
 * Returns a WebAssembly module that imports these functions. Each import is a pair: the name of the
 * script and the name of the function.
 */
function moduleWith(...imports) {
  const each = imports.map(([script, name]) => [...text(script), ...text(name), 0, 0])
  const section = [imports.length, ...each.flat()]
  const magic = Buffer.from('\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02', 'latin1')
  return new WebAssembly.Module(Uint8Array.from([...magic, section.length, ...section]))
}

test('each import is connected by its name', () => {
  const names = namesOf(moduleWith(['./x.js', 'a'], ['./x.js', 'b']))
  assert.equal(
    connection(names),
    `import * as glue from "./glue.js";
export const script = "./x.js";
export const imports = { a: glue.a, b: glue.b };
export const exportNames = {  };
`,
  )
})

test('short names are connected with those of the script', () => {
  const short = { imports: [['./x.js', '__wbg_from', 'c']], exports: [['start', 'd']] }
  assert.equal(
    connection(namesOf(moduleWith(['a', 'c']), short)),
    `import * as glue from "./glue.js";
export const script = "a";
export const imports = { c: glue.__wbg_from };
export const exportNames = { start: "d" };
`,
  )
})

test('imports from two scripts, or from none, are refused', () => {
  assert.throws(() => namesOf(moduleWith(['./x.js', 'a'], ['./y.js', 'b'])), /y\.js/)
  assert.throws(() => namesOf(moduleWith()))
})

test('the hash of a crate version is left out', () => {
  assert.equal(withoutHash('__wbg_from_0123456789abcdef'), '__wbg_from')
  assert.equal(withoutHash('__wbindgen_object_drop_ref'), '__wbindgen_object_drop_ref')
})
