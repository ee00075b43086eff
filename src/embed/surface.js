// What the widget's module offers a page.

import { Finder, start as begin } from "./glue.js";
import { forget, watch } from "./guard.js";

export { Finder };

const shown = new WeakMap();

export const start = (place, edition, host) => {
  watch(host);
  try {
    const finder = begin(place, edition, host);
    shown.set(finder, host);
    return finder;
  } catch (error) {
    forget(host);
    throw error;
  }
};

const end = Finder.prototype.destroy;
Finder.prototype.destroy = function () {
  forget(shown.get(this));
  end.call(this);
};
