// Loads the edition: a checked pathway with its words, encoded in bytes. It is the built-in
// edition, or an edition that own-edition.js makes from the files of the host page.

import { language as builtInLanguage } from "../generated/crisis.json";
import { warn } from "./constants.js";
import { loadError } from "./load-error.js";

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/**
 * Returns the language in which the widget shows the pathway. The built-in pathway has one language
 * only.
 */
const languageOf = (lifecycle, hasOwnFiles) => {
  const language = (lifecycle.attribute("lang") || builtInLanguage).trim();
  if (builtInLanguage.toLowerCase().startsWith(language.toLowerCase())) return builtInLanguage;
  if (hasOwnFiles && LANGUAGE_TAG.test(language)) return language;
  warn('lang="' + language.slice(0, 40) + '" is not known: use ' + builtInLanguage);
  return builtInLanguage;
};

/**
 * Loads an edition from the files of the host page. Only a page with its own files loads the script
 * for this.
 */
const loadOwnEdition = async (lifecycle, pathway, trust) => {
  const { compileOwnFiles } = await import(new URL("own.js", import.meta.url).href);
  return compileOwnFiles(lifecycle, pathway, trust, languageOf(lifecycle, true));
};

const loadBuiltIn = (lifecycle) => {
  languageOf(lifecycle);
  return lifecycle.resources.edition();
};

/**
 * Loads the bytes of the edition. The promise rejects if the files of the host page fail. The
 * built-in pathway never replaces them, because its telephone numbers may belong to another trust.
 */
export const loadEdition = async (lifecycle) => {
  const pathway = lifecycle.attribute("pathway");
  const trust = lifecycle.attribute("trust");
  const hasOwnFiles = !!(pathway || trust);
  try {
    return await (hasOwnFiles
      ? loadOwnEdition(lifecycle, pathway, trust)
      : loadBuiltIn(lifecycle));
  } catch (error) {
    throw loadError(hasOwnFiles ? "pathway" : "load", error, hasOwnFiles);
  }
};
