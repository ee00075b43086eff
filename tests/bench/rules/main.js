// Measures how long each rule engine takes for all journeys of the tests, and prints one JSON
// object for each run. First every engine must give the expected outcomes of every journey. Each
// round runs every engine once, so that other work on the machine slows all engines alike.
//
// Usage: node main.js TOP ROUNDS, in a folder with the npm packages and with the built pathway-js
// in reader/

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

const [top, rounds] = process.argv.slice(2);
const read = (path) => readFile(join(top, path), "utf8");
const text = await read("www/pathways/ppimhs/pathway.json");
const lines = (await read("tests/journeys/route.jsonl")).trim().split("\n");
const journeys = lines.map((line) => JSON.parse(line));
const written = journeys.map(({ answers }) => JSON.stringify(answers));

const engine = async (name) => (await import(`./${name}.js`)).default(JSON.parse(text));

/** Loads the WebAssembly module of pathway-js, the core for other programs. */
const reader = async () => {
  const module = await import("./reader/ppimhs_reader.js");
  const bytes = await readFile(new URL("reader/ppimhs_reader_bg.wasm", import.meta.url));
  await module.default({ module_or_path: await WebAssembly.compile(bytes) });
  return module;
};

const { Router } = await reader();
const router = new Router(text);
// Each function takes the answers of a journey as a line of JSON, and returns a list of outcomes.
const ways = {
  wasm: (line) => JSON.parse(router.route(line)).outcomes,
};
for (const name of ["json-logic-js", "json-rules-engine"]) {
  const way = await engine(name);
  ways[name] = (line) => way(JSON.parse(line));
}

for (const [name, way] of Object.entries(ways)) {
  for (const [at, line] of written.entries()) {
    const led = await way(line);
    const wanted = journeys[at].outcomes;
    if (!isDeepStrictEqual(led, wanted)) throw Error(`${name}: ${line} leads to ${led}, and should to ${wanted}`);
  }
}
for (let round = 0; round < Number(rounds); round += 1) {
  for (const [name, way] of Object.entries(ways)) {
    const start = performance.now();
    for (const line of written) {
      const led = way(line);
      // The loop waits only for an engine that returns a promise, because waiting costs time.
      if (led instanceof Promise) await led;
    }
    const seconds = (performance.now() - start) / 1000;
    console.log(JSON.stringify({ name, journeys: written.length, seconds }));
  }
}
