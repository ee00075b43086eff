// What the widget's module offers a page.

import { Finder, start as begin } from "./glue.js";
import { forget, watch } from "./guard.js";

export { Finder };

const HOST = Symbol();

export const start = (place, edition, host) => {
  watch(host);
  try {
    const finder = begin(place, edition, host);
    finder[HOST] = host;
    return finder;
  } catch (error) {
    forget(host);
    throw error;
  }
};

const end = Finder.prototype.destroy;
Finder.prototype.destroy = function () {
  forget(this[HOST]);
  end.call(this);
};
