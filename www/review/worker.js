// Runs the core and the proof in a worker, so that the page still reacts to the person. A request
// is [number, method, argument]. A reply is [number, result] or [number, undefined, error message,
// isDead]. If isDead is true, the core can no longer run.

import init, { maxBytes, PathwayReview } from "./ppimhs_reviewer.js";

const loaded = init({
  module_or_path: fetch(new URL("ppimhs_reviewer_bg.wasm", import.meta.url)),
});

const read = ({ pathway, words, trust, trustName, today }) =>
  PathwayReview.read(pathway, words, trust, trustName, today);

let current;

const methods = {
  maxBytes,
  read(request) {
    if (current) current.free();
    current = undefined;
    current = read(request);
    return { holds: current.holds(), proof: current.proof() };
  },
  signOff: () => current.signOff(),
  graph: (outcome) => current.graph(outcome),
  outcomes: () => current.outcomes().split(","),
  walk: (answers) => current.walk(answers),
  compare(request) {
    const earlier = read(request);
    try {
      return current.compare(earlier);
    } finally {
      earlier.free();
    }
  },
};

/**
 * The names of the errors that a core without free memory throws. After such an error, the core can
 * no longer run.
 */
const FATAL = ["RuntimeError", "RangeError", "InternalError"];
const isFatal = (error) => FATAL.includes(error && error.name);

onmessage = async ({ data: [number, method, argument] }) => {
  try {
    await loaded;
    postMessage([number, methods[method](argument)]);
  } catch (error) {
    postMessage([number, undefined, String((error && error.message) || error), isFatal(error)]);
  }
};
