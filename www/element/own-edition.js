// Creates an edition from the files of the host page: its own pathway, its own trust file, or both.

import { languageOf } from "./language.js";
import { loadReader } from "./load-wasm.js";
import { loadOwnFile } from "./own-file.js";
import { followGuideLinks } from "./own-guide.js";

/** The path of the pathway to which a trust file applies, if the host page sets no pathway. */
const BUILT_IN = "pathways/ppimhs/pathway.json";

/** Loads the list of the pathways and trust files that a frame may load. */
const loadOwnPaths = async (lifecycle) => {
  const bytes = await loadOwnFile(lifecycle, new URL("files.json", import.meta.url).href);
  return JSON.parse(new TextDecoder().decode(bytes));
};

/**
 * Refuses each pathway file or trust file that this build does not list. Otherwise any page could
 * show the frame with files of its own and wrong telephone numbers.
 */
const checkOwn = async (lifecycle, urls) => {
  const own = (await loadOwnPaths(lifecycle)).map(lifecycle.urlOf);
  const strange = urls.find((url) => !own.includes(url.href));
  if (strange) throw Error("a frame takes only the files of its own build: not " + strange.href);
};

/** Stores the exit address of a trust file, because the visitor may exit before the widget runs. */
const storeExit = (lifecycle, bytes) =>
  (lifecycle.trustExit = JSON.parse(new TextDecoder().decode(bytes)).exit);

/**
 * Creates the edition from the files of the host page.
 * @param {Lifecycle} lifecycle
 * @param {string | null} pathwayPath
 * @param {string | null} trustPath
 */
export const compileOwnFiles = async (lifecycle, pathwayPath, trustPath) => {
  const pathway = new URL(pathwayPath || lifecycle.urlOf(BUILT_IN), document.baseURI);
  const trust = trustPath && new URL(trustPath, document.baseURI);
  if (lifecycle.isFrame) await checkOwn(lifecycle, trust ? [pathway, trust] : [pathway]);
  const words = new URL("words/" + languageOf(lifecycle, true) + ".json", pathway);
  const urls = trust ? [pathway, words, trust] : [pathway, words];
  const files = urls.map((url) => loadOwnFile(lifecycle, url.href));
  files.forEach((file) => file.catch(() => {}));
  // The module reports a broken file.
  if (trust) files[2].then((bytes) => storeExit(lifecycle, bytes)).catch(() => {});
  const { glue } = await loadReader(lifecycle);
  const [pathwayBytes, wordsBytes, trustBytes] = await Promise.all(files);
  const edition = glue.compile(pathwayBytes, wordsBytes, trustBytes);
  followGuideLinks(lifecycle, (built, today, headingLevel) =>
    glue.guide(pathwayBytes, wordsBytes, trustBytes, built, today, headingLevel)
  );
  return edition;
};
