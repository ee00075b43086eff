// Watches every call into a module. A module that failed once may hold half-written data: its hosts
// hear of it at once, and nothing calls into it again.

// A list, since an old script on the page may have replaced `Set`.
let hosts = [];
let dead = false;

/** Tells this host when the module fails. */
export const watch = (host) => hosts.push(host);

/** The host no longer shows a widget. */
export const forget = (host) => (hosts = hosts.filter((one) => one !== host));

// The name of the error alone: its message could hold an answer.
const died = (error) => {
  dead = true;
  hosts.forEach((host) => host.failed("panic", String(error && error.name)));
};

/** The same exports, each of them watched. */
export const guarded = (exports) => {
  const ways = {};
  Object.keys(exports).forEach((name) => {
    const way = exports[name];
    const enter = (...given) => {
      if (dead) throw Error("the module is dead");
      try {
        return way(...given);
      } catch (error) {
        died(error);
        throw error;
      }
    };
    ways[name] = typeof way === "function" ? enter : way;
  });
  return ways;
};
