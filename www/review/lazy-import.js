/** Loads a large script of the review page when a person first needs it. */
export const lazyImport = (name) => import(new URL("review/" + name + ".js", import.meta.url).href);
