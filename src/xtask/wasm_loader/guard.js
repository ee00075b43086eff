// A module that stopped in the middle of something is dead: whatever it held is half done. Every way
// into it leads through here, so that the pages that show its widgets hear of it at once, and nobody
// enters it again.

// A list: an old script on the page may have replaced what a set is.
let hosts = [];
let dead = false;

/** Tells this host when the module dies. */
export const watch = (host) => hosts.push(host);

/** The host no longer shows a widget. */
export const forget = (host) => (hosts = hosts.filter((one) => one !== host));

// What kind of fault it was, and not what it says: words could hold an answer.
const died = (error) => {
  dead = true;
  hosts.forEach((host) => host.failed("panic", String(error && error.name)));
};

/** The same ways into the module, each of them watched. */
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
