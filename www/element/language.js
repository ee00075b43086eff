// Finds the language of the widget: the one in `lang`, or that of the build.

import { language as builtInLanguage } from "../generated/crisis.json";
import { warn } from "./constants.js";

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/**
 * Returns the language in which the widget shows the pathway. The built-in pathway has one language
 * only.
 */
export const languageOf = (lifecycle, hasOwnFiles) => {
  const language = (lifecycle.attribute("lang") || builtInLanguage).trim();
  if (builtInLanguage.toLowerCase().startsWith(language.toLowerCase())) return builtInLanguage;
  if (hasOwnFiles && LANGUAGE_TAG.test(language)) return language;
  warn('lang="' + language.slice(0, 40) + '" is not known: use ' + builtInLanguage);
  return builtInLanguage;
};
