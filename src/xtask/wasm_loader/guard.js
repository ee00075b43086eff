// Guards every call into a module. A module that panicked may hold half-written data, so the guard
// tells its hosts at once and refuses every later call. Each call runs as the host asks.

import { exportNames } from "./connection.js";

// A list, because an old script on the page may have replaced `Set`.
let hosts = [];
let isDead = false;
let run = (call) => call();

/** Runs each later call by a function of the host. */
export const runWith = (runner) => (run = runner || run);

/** Tells this host when the module panics. */
export const addHost = (host) => hosts.push(host);

export const removeHost = (host) => (hosts = hosts.filter((other) => other !== host));

// The hosts learn only the name of the error: its message could hold an answer.
const onPanic = (error) => {
  isDead = true;
  hosts.forEach((host) => host.reportPanic(String(error && error.name)));
};

/** Wraps each exported function of a module in a guard, under its name in wasm-bindgen's script. */
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
