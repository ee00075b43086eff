// The edition is the checked pathway with its words, in bytes. The build makes the built-in one.
// The reader makes one from the files that a host names: a pathway, a trust file, or both.

import { language as builtInLanguage } from "../generated/crisis.json";
import { warn } from "./constants.js";
import { loadError } from "./load-error.js";
import { loadReader } from "./load-wasm.js";

/** The pathway that a trust file applies to where the host names no pathway. */
const BUILT_IN = "pathways/ppimhs/pathway.json";
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** The language of the words; the built-in pathway has only one. */
const languageOf = (lifecycle, hasOwnFiles) => {
  const language = (lifecycle.attribute("lang") || builtInLanguage).trim();
  if (builtInLanguage.toLowerCase().startsWith(language.toLowerCase())) return builtInLanguage;
  if (hasOwnFiles && LANGUAGE_TAG.test(language)) return language;
  warn('lang="' + language.slice(0, 40) + '" is not known: use ' + builtInLanguage);
  return builtInLanguage;
};

const resolveUrl = (lifecycle, path) => {
  const url = new URL(path, document.baseURI);
  // Otherwise a link to the frame could put other telephone numbers on a trust's own site.
  if (lifecycle.isFrame && url.origin !== location.origin) {
    throw Error("a frame's own files lie beside it");
  }
  return url;
};

const compileOwnFiles = async (lifecycle, pathwayPath, trustPath) => {
  const pathway = pathwayPath
    ? resolveUrl(lifecycle, pathwayPath)
    : new URL(lifecycle.urlOf(BUILT_IN));
  const urls = [pathway, new URL("words/" + languageOf(lifecycle, true) + ".json", pathway)];
  if (trustPath) urls.push(resolveUrl(lifecycle, trustPath));
  const files = urls.map((url) => lifecycle.fetchBytes(url.href));
  files.forEach((file) => file.catch(() => {}));
  const { glue } = await loadReader(lifecycle);
  return glue.compile(...(await Promise.all(files)));
};

const loadBuiltIn = (lifecycle) => {
  languageOf(lifecycle);
  return lifecycle.resources.edition();
};

/**
 * Loads the bytes of the edition. Where the host names its own files, a failure never leads to the
 * built-in pathway: its telephone numbers would be those of another trust.
 */
export const loadEdition = async (lifecycle) => {
  const pathway = lifecycle.attribute("pathway");
  const trust = lifecycle.attribute("trust");
  const hasOwnFiles = !!(pathway || trust);
  try {
    return await (hasOwnFiles
      ? compileOwnFiles(lifecycle, pathway, trust)
      : loadBuiltIn(lifecycle));
  } catch (error) {
    throw loadError(hasOwnFiles ? "pathway" : "load", error, hasOwnFiles);
  }
};
