// What the widget asks and says: the edition that the build made, or one that the reader makes of the
// host's own files.

import { language as spoken } from "../generated/crisis.json";
import { fault } from "./fault.js";
import { reader } from "./module.js";
import { complain } from "./name.js";

const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** The language the host asks for, if there may be words in it. */
const language = (life, own) => {
  const asked = (life.attribute("lang") || spoken).trim();
  if (spoken.toLowerCase().startsWith(asked.toLowerCase())) return spoken;
  if (own && TAG.test(asked)) return asked;
  complain('lang="' + asked.slice(0, 40) + '" is not known: use ' + spoken);
  return spoken;
};

const own = async (life, written) => {
  const pathway = new URL(written, document.baseURI);
  // Whoever may link to a frame may not put their own numbers in it.
  if (life.framed && pathway.origin !== location.origin) throw Error("a frame's pathway lies beside it");
  const words = new URL("words/" + language(life, true) + ".json", pathway);
  const coming = [life.bytes(pathway.href), life.bytes(words.href)];
  coming.forEach((file) => file.catch(() => {}));
  const { glue } = await reader(life);
  return glue.compile(await coming[0], await coming[1]);
};

const builtIn = (life) => {
  language(life);
  return life.files.edition();
};

/** The bytes of an edition. Never the built-in pathway where a host wants its own: the numbers would be another's. */
export const contents = async (life) => {
  if (life.attribute("trust") !== null) complain("trust is not read yet");
  const written = life.attribute("pathway");
  try {
    return await (written ? own(life, written) : builtIn(life));
  } catch (error) {
    throw fault(written ? "pathway" : "load", error, !!written);
  }
};
