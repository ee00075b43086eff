// The review page: files in; what is wrong with them, or what is proved of them and all there is to
// sign, out. It decides nothing: the core says what is wrong, and the proof what holds.

import { at } from "./dom.js";
import { ask } from "./worker-client.js";
import * as desk from "./editor-panel.js";
import * as files from "./files.js";
import { count, list, read } from "./findings.js";
import { given } from "./request.js";
import { fill } from "./dom.js";
import { describe } from "./file-input.js";
import { keep } from "./keep.js";
import { views } from "./views.js";

const tell = (text, isWrong) => {
  at("state").textContent = text;
  at("state").classList.toggle("wrong", !!isWrong);
};

const look = views(({ message }) => tell("This view did not come: " + message + " Load the page again.", true));

const named = () => {
  const own = files.KINDS.filter((kind) => files.bytes(kind) && !files.isBuiltIn(kind));
  return own.length ? own.map(files.name).join(", ") : "The built-in pathway";
};

const asked = () => given(files.KINDS.map(files.bytes), files.bytes("trust") && files.name("trust"));

const wrong = (message) => {
  const findings = read(message);
  tell(count(findings), true);
  list(at("findings"), findings, files.name, desk.go);
  desk.draw(findings);
};

const right = ({ holds, proof }, began) => {
  const took = ((performance.now() - began) / 1000).toFixed(1) + " seconds.";
  fill(at("proof"), proof);
  desk.draw([]);
  if (holds) tell(named() + ": read and proved in " + took);
  else tell(named() + ": read in " + took + " What must hold for everyone does not.", true);
  return look();
};

let turn = 0;

/** Reads and proves what stands there; a later one takes the place of an earlier. */
const review = async () => {
  const mine = ++turn;
  const began = performance.now();
  tell("Reading and proving…");
  at("views").classList.add("old");
  const [proved, why] = await ask("read", asked()).then((proved) => [proved], ({ message }) => [, message]);
  if (mine !== turn) return;
  at("views").classList.remove("old");
  at("findings").hidden = !why;
  at("proof").hidden = at("views").hidden = !!why;
  await (why ? wrong(why) : right(proved, began));
};

let soon;

files.onFiles(() => {
  describe();
  desk.draw([]);
  clearTimeout(soon);
  soon = setTimeout(() => review().catch(failed), 250);
});

const failed = ({ message }) =>
  tell("This page cannot work here. Load it again, or put it back beside the files it came with: " + message, true);

files
  .load()
  .then(() => {
    describe();
    return review();
  })
  .catch(failed);

// Where a browser keeps nothing, the page works as it is.
keep(() => (at("kept").hidden = false)).catch(() => {});
