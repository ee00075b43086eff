// Guards every call into a module. After a panic the module may contain half-written data, so the
// guard reports the panic and refuses every later call.

import { exportNames } from "./connection.js";

// This list is an array, because an old script on the page may have replaced `Set`.
let hosts = [];
let isDead = false;
let run = (call) => call();

/** Sets the function that runs each later call. */
export const runWith = (runner) => (run = runner || run);

/** Adds a host. The guard tells the host when the module panics. */
export const addHost = (host) => hosts.push(host);

export const removeHost = (host) => (hosts = hosts.filter((other) => other !== host));

// The hosts learn only the name of the error. Its message could contain an answer.
const onPanic = (error) => {
  isDead = true;
  hosts.forEach((host) => host.reportPanic(String(error && error.name)));
};

/** Wraps each exported function of a module in a guard. */
export const guardExports = (exports) => {
  const guarded = {};
  Object.keys(exportNames).forEach((name) => {
    const value = exports[exportNames[name]];
    const call = (...args) => {
      if (isDead) throw Error("the module is dead");
      try {
        return run(() => value(...args));
      } catch (error) {
        onPanic(error);
        throw error;
      }
    };
    guarded[name] = typeof value === "function" ? call : value;
  });
  return guarded;
};
