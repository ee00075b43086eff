// Loads the edition: a checked pathway with its words, encoded in bytes. It is the built-in
// edition, or an edition that own-edition.js makes from the files of the host page.

import { loadError } from "./load-error.js";
import { reportProblem } from "./log-likely-cause.js";
import { tryInTurn } from "./try-in-turn.js";

/**
 * Loads an edition from the files of the host page. Only a page with its own files loads the script
 * for this.
 */
const loadOwnEdition = async (lifecycle, pathway, trust) => {
  const { compileOwnFiles } = await import(new URL("own.js", import.meta.url).href);
  return compileOwnFiles(lifecycle, pathway, trust);
};

const bytesOf = async (response) => new Uint8Array(await response.arrayBuffer());

/** Loads the same bytes as text in base64, for a network that blocks or changes binary files. */
const loadText = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw Error(response.status + " " + url);
  const characters = atob(await response.text());
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
};

/** Returns the bytes, or throws an error if a filter, a proxy or an upload has changed them. */
const check = (bytes, checksum) => {
  const sum = bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 0);
  if (sum !== checksum) throw Object.assign(Error("wrong bytes"), { bytes });
  return bytes;
};

let builtIn;

/** Loads the built-in edition, once for all elements on the page. */
const loadBuiltIn = (lifecycle) => {
  if (builtIn) return builtIn;
  const { checksum, load, url } = lifecycle.resources.edition;
  const text = url.replace(/bin$/, "txt");
  const ways = [
    { url, load: async () => check(await bytesOf((await load()).clone()), checksum) },
    { url: text, load: async () => check(await loadText(text), checksum) },
  ];
  builtIn = tryInTurn(ways, reportProblem);
  builtIn.catch(() => (builtIn = null));
  return builtIn;
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
