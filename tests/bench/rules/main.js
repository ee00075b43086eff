// The journeys of the tests → how long each engine takes for all of them, as one JSON object a run.
// Every engine must lead every journey where it should before any time is taken. In each round every
// engine has its turn, so that a busy machine is busy for all.
//
// node main.js TOP ROUNDS, from a folder that holds the npm packages, and in reader/ the reader as it ships

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

/** The reader, as it ships. */
const reader = async () => {
  const module = await import("./reader/ppimhs_reader.js");
  const bytes = await readFile(new URL("reader/ppimhs_reader_bg.wasm", import.meta.url));
  await module.default({ module_or_path: await WebAssembly.compile(bytes) });
  return module;
};

const { Router } = await reader();
const router = new Router(text);
// All are given the same line of JSON, as it comes from outside, and give a list of outcomes.
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
      // Only an engine that gives a promise is waited for: to wait costs time.
      if (led instanceof Promise) await led;
    }
    const seconds = (performance.now() - start) / 1000;
    console.log(JSON.stringify({ name, journeys: written.length, seconds }));
  }
}
