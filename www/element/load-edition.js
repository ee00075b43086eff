// What the widget asks and says: the edition that the build made, or one that the reader makes of the
// host's own files: a pathway, a trust's file over it, or both.

import { language as spoken } from "../generated/crisis.json";
import { fault } from "./load-error.js";
import { reader } from "./load-wasm.js";
import { complain } from "./constants.js";

/** What a trust's own file is laid over where the host names no pathway. */
const BUILT_IN = "pathways/ppimhs/pathway.json";
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** The language the host asks for, if there may be words in it. */
const language = (life, own) => {
  const asked = (life.attribute("lang") || spoken).trim();
  if (spoken.toLowerCase().startsWith(asked.toLowerCase())) return spoken;
  if (own && TAG.test(asked)) return asked;
  complain('lang="' + asked.slice(0, 40) + '" is not known: use ' + spoken);
  return spoken;
};

const beside = (life, written) => {
  const address = new URL(written, document.baseURI);
  // Whoever may link to a frame may not put their own numbers in it.
  if (life.framed && address.origin !== location.origin) throw Error("a frame's own files lie beside it");
  return address;
};

const own = async (life, written, trust) => {
  const pathway = written ? beside(life, written) : new URL(life.at(BUILT_IN));
  const files = [pathway, new URL("words/" + language(life, true) + ".json", pathway)];
  if (trust) files.push(beside(life, trust));
  const coming = files.map((file) => life.bytes(file.href));
  coming.forEach((file) => file.catch(() => {}));
  const { glue } = await reader(life);
  return glue.compile(...(await Promise.all(coming)));
};

const builtIn = (life) => {
  language(life);
  return life.files.edition();
};

/** The bytes of an edition. Never the built-in pathway where a host wants its own: the numbers would be another's. */
export const contents = async (life) => {
  const written = life.attribute("pathway");
  const trust = life.attribute("trust");
  const owned = !!(written || trust);
  try {
    return await (owned ? own(life, written, trust) : builtIn(life));
  } catch (error) {
    throw fault(owned ? "pathway" : "load", error, owned);
  }
};
