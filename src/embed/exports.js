// Lists the functions of the widget's module that scripts of the page may call.

import { Finder, start as startInModule } from "./glue.js";
import { addHost, removeHost, runWith } from "./guard.js";

export { Finder };

const HOST = Symbol();

export const start = (mountPoint, edition, host) => {
  addHost(host);
  runWith(host.run);
  try {
    const finder = startInModule(mountPoint, edition, host);
    finder[HOST] = host;
    return finder;
  } catch (error) {
    removeHost(host);
    throw error;
  }
};

const destroy = Finder.prototype.destroy;
Finder.prototype.destroy = function () {
  removeHost(this[HOST]);
  destroy.call(this);
};
