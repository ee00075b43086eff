// Sends requests to the core, which runs in a worker. This module ends a worker that has failed,
// takes too long, or reads files that a person has replaced. The next request starts a new worker.

import { trusted } from "./dom.js";

const ANSWER_LIMIT_MS = 60000;

/** The methods of the worker for which a new call cancels the earlier call. */
const REPLACING = ["read", "compare"];

/** The error for files that need more time or memory than the page has. */
export class LimitError extends Error {
  constructor() {
    super(
      "The review stopped: these files need more time or memory than this page has. " +
        "Open smaller files, or reset to the built-in pathway.",
    );
  }
}

let worker;
let waiting = new Map();
let lastNumber = 0;
/** The files that the last successful call of `read` sent. A new worker reads them again. */
let lastRead;

const stopWorker = () => {
  if (worker) worker.terminate();
  worker = undefined;
  const stopped = [...waiting.values()];
  waiting = new Map();
  stopped.forEach(({ timer }) => clearTimeout(timer));
  return stopped;
};

const fail = (error) => stopWorker().forEach(({ reject }) => reject(error));

const onMessage = ({ data: [number, result, message, isDead] }) => {
  const request = waiting.get(number);
  // The worker may have sent a reply just before this module ended it. Nothing waits for this
  // reply.
  if (!request) return;
  const { method, argument, resolve, reject, timer } = request;
  if (isDead) {
    fail(new LimitError());
    return;
  }
  waiting.delete(number);
  clearTimeout(timer);
  if (message !== undefined) {
    reject(Error(message));
    return;
  }
  if (method === "read") lastRead = argument;
  resolve(result);
};

const send = (request) => {
  const { method, argument } = request;
  waiting.set(++lastNumber, request);
  request.timer = setTimeout(() => fail(new LimitError()), ANSWER_LIMIT_MS);
  worker.postMessage([lastNumber, method, argument]);
};

const ignore = () => {};

const startWorker = () => {
  const url = new URL("review/worker.js", import.meta.url).href;
  worker = new Worker(trusted.createScriptURL(url), { type: "module" });
  const started = worker;
  worker.addEventListener("message", onMessage);
  worker.addEventListener("error", () => {
    if (started === worker) fail(Error("The core did not load."));
  });
  if (lastRead) send({ method: "read", argument: lastRead, resolve: ignore, reject: ignore });
};

/**
 * Ends the worker if it works on a request that a call of `method` cancels. Returns the requests
 * that the next worker must do again.
 */
const replace = (method) => {
  const isReplaced = (request) => request.method === method;
  if (!REPLACING.includes(method) || ![...waiting.values()].some(isReplaced)) return [];
  // The new files replace the old ones, so the page needs no views of the old files. It still needs
  // the maximum size of a file.
  return stopWorker().filter((request) => request.method === "maxBytes");
};

/** Calls a method of the worker, and resolves with its result. `worker.js` lists the methods. */
export const ask = (method, argument) =>
  new Promise((resolve, reject) => {
    const kept = replace(method);
    if (method === "read") lastRead = undefined;
    if (!worker) startWorker();
    [...kept, { method, argument, resolve, reject }].forEach(send);
  });
