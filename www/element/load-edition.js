// The edition is the checked pathway with its words, in bytes: the built-in one, or one that
// own-edition.js makes.

import { language as builtInLanguage } from "../generated/crisis.json";
import { warn } from "./constants.js";
import { loadError } from "./load-error.js";

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** The language of the words; the built-in pathway has only one. */
const languageOf = (lifecycle, hasOwnFiles) => {
  const language = (lifecycle.attribute("lang") || builtInLanguage).trim();
  if (builtInLanguage.toLowerCase().startsWith(language.toLowerCase())) return builtInLanguage;
  if (hasOwnFiles && LANGUAGE_TAG.test(language)) return language;
  warn('lang="' + language.slice(0, 40) + '" is not known: use ' + builtInLanguage);
  return builtInLanguage;
};

/** Only pages with files of their own fetch the script for them. */
const loadOwnEdition = async (lifecycle, pathway, trust) => {
  const { compileOwnFiles } = await import(new URL("own.js", import.meta.url).href);
  return compileOwnFiles(lifecycle, pathway, trust, languageOf(lifecycle, true));
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
      ? loadOwnEdition(lifecycle, pathway, trust)
      : loadBuiltIn(lifecycle));
  } catch (error) {
    throw loadError(hasOwnFiles ? "pathway" : "load", error, hasOwnFiles);
  }
};
