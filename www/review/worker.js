// Beside the page, so that it never stands still: the core and the proof, asked one thing after the
// other. A question is [number, what, what it needs]; an answer [number, answer] or [number, , why not].

import ready, { maxBytes, PathwayReview } from "./ppimhs_reviewer.js";

const loaded = ready({ module_or_path: fetch(new URL("ppimhs_reviewer_bg.wasm", import.meta.url)) });

const read = ({ pathway, words, trust, name, today }) => PathwayReview.read(pathway, words, trust, name, today);

let now;

const ways = {
  maxBytes,
  read(files) {
    if (now) now.free();
    now = undefined;
    now = read(files);
    return { holds: now.holds(), proof: now.proof() };
  },
  signOff: () => now.signOff(),
  graph: (outcome) => now.graph(outcome),
  outcomes: () => now.outcomes().split(","),
  walk: (answers) => now.walk(answers),
  compare(files) {
    const before = read(files);
    try {
      return now.compare(before);
    } finally {
      before.free();
    }
  },
};

onmessage = async ({ data: [number, what, given] }) => {
  try {
    await loaded;
    postMessage([number, ways[what](given)]);
  } catch (error) {
    postMessage([number, undefined, String((error && error.message) || error)]);
  }
};
