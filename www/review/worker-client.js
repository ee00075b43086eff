const worker = new Worker(new URL("review/worker.js", import.meta.url), { type: "module" });
const waiting = new Map();
let lastNumber = 0;
let loadError;

worker.addEventListener("message", ({ data: [number, result, message] }) => {
  const [resolve, reject] = waiting.get(number);
  waiting.delete(number);
  if (message === undefined) resolve(result);
  else reject(Error(message));
});

// The worker can fail before the first request.
worker.addEventListener("error", () => {
  loadError = Error("The core did not load.");
  waiting.forEach(([, reject]) => reject(loadError));
  waiting.clear();
});

/** Calls a method of the worker. See `worker.js`. */
export const ask = (method, argument) =>
  new Promise((resolve, reject) => {
    if (loadError) throw loadError;
    waiting.set(++lastNumber, [resolve, reject]);
    worker.postMessage([lastNumber, method, argument]);
  });
