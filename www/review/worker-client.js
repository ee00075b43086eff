// A question to the core → its answer, once the worker has it.

const worker = new Worker(new URL("review/worker.js", import.meta.url), { type: "module" });
const waiting = new Map();
let last = 0;
let dead;

worker.addEventListener("message", ({ data: [number, answer, why] }) => {
  const [resolve, reject] = waiting.get(number);
  waiting.delete(number);
  if (why === undefined) resolve(answer);
  else reject(Error(why));
});

// It may fail before anybody asks.
worker.addEventListener("error", () => {
  dead = Error("The core did not load.");
  waiting.forEach(([, reject]) => reject(dead));
  waiting.clear();
});

/** Asks: see `worker.js`. */
export const ask = (what, given) =>
  new Promise((resolve, reject) => {
    if (dead) throw dead;
    waiting.set(++last, [resolve, reject]);
    worker.postMessage([last, what, given]);
  });
