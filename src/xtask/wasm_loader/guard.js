// Guards every call of a script into a module. After a panic, the module may contain half-written
// data. The guard then reports the panic and refuses every later call.

import { exportNames } from "./connection.js";

// The objects that connect each widget with its page. The list is an array, because an old script
// on the page may have replaced `Set`.
let hosts = [];
let isDead = false;
let run;

/**
 * Sets the function that runs each call into the module. A later call changes nothing, because the
 * host page could import this module too.
 */
export const runWith = (runner) => (run = run || runner);

/**
 * Adds the object that connects a widget with its page. The guard calls its `reportPanic` when the
 * module panics.
 */
export const addHost = (host) => hosts.push(host);

export const removeHost = (host) => (hosts = hosts.filter((other) => other !== host));

// The widgets' pages learn only the name of the error. Its message could contain an answer.
const onPanic = (error) => {
  isDead = true;
  hosts.forEach((host) => host.reportPanic(String(error && error.name)));
};

/** Returns the exports of a module. Each function among them is wrapped in the guard. */
export const guardExports = (exports) => {
  const guarded = {};
  Object.keys(exportNames).forEach((name) => {
    const value = exports[exportNames[name]];
    const call = (...args) => {
      if (isDead) throw Error("the module is dead");
      try {
        return run ? run(() => value(...args)) : value(...args);
      } catch (error) {
        onPanic(error);
        throw error;
      }
    };
    guarded[name] = typeof value === "function" ? call : value;
  });
  return guarded;
};
