// The reader makes an edition of the files that a host names: a pathway, a trust file, or both.

import { loadReader } from "./load-wasm.js";
import { loadOwnFile } from "./own-file.js";

/** The pathway that a trust file applies to where the host names no pathway. */
const BUILT_IN = "pathways/ppimhs/pathway.json";

/** The paths of the files in the folder of the finder that a frame may use. */
const loadOwnPaths = async (lifecycle) => {
  const bytes = await loadOwnFile(lifecycle, new URL("files.json", import.meta.url).href);
  return JSON.parse(new TextDecoder().decode(bytes));
};

/** Refuses the files that the build does not list: any page can hold a frame, and name files. */
const checkOwn = async (lifecycle, urls) => {
  const own = (await loadOwnPaths(lifecycle)).map(lifecycle.urlOf);
  const strange = urls.find((url) => !own.includes(url.href));
  if (strange) throw Error("a frame takes only the files of its own build: not " + strange.href);
};

/**
 * Makes the edition of the files that the host names.
 * @param {Lifecycle} lifecycle
 * @param {string | null} pathwayPath
 * @param {string | null} trustPath
 * @param {string} language the language of the words
 */
export const compileOwnFiles = async (lifecycle, pathwayPath, trustPath, language) => {
  const pathway = new URL(pathwayPath || lifecycle.urlOf(BUILT_IN), document.baseURI);
  const trust = trustPath && new URL(trustPath, document.baseURI);
  if (lifecycle.isFrame) await checkOwn(lifecycle, trust ? [pathway, trust] : [pathway]);
  const words = new URL("words/" + language + ".json", pathway);
  const urls = trust ? [pathway, words, trust] : [pathway, words];
  const files = urls.map((url) => loadOwnFile(lifecycle, url.href));
  files.forEach((file) => file.catch(() => {}));
  const { glue } = await loadReader(lifecycle);
  return glue.compile(...(await Promise.all(files)));
};
