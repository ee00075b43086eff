// The review page: files in; findings, or the sign-off pack, out. It decides nothing: the core says
// what is wrong, and the proof what holds.

import ready, { mostBytes, signOff } from "./app/ppimhs_reviewer.js";
import { today } from "./embed/today.js";

const BUILT_IN = { pathway: "pathways/ppimhs/pathway.json", words: "pathways/ppimhs/words/en-GB.json" };

const at = (id) => document.getElementById(id);
const [state, findings, pack] = [at("state"), at("findings"), at("pack")];
const frame = pack.querySelector("iframe");
const inputs = ["pathway", "words", "trust"].map(at);

const builtIn = async (path) => {
  const response = await fetch(path);
  if (!response.ok) throw Error(response.status + " " + path);
  return new Uint8Array(await response.arrayBuffer());
};

const load = async () => {
  const coming = [builtIn(BUILT_IN.pathway), builtIn(BUILT_IN.words)];
  await ready({ module_or_path: fetch("app/ppimhs_reviewer_bg.wasm") });
  const [pathway, words] = await Promise.all(coming);
  return { pathway, words };
};

const loaded = load();

/** A file's bytes: of one that is too large, just enough for the core to say so. */
const bytes = async (file) => new Uint8Array(await file.slice(0, mostBytes() + 1).arrayBuffer());

const tell = (text, lines) => {
  state.textContent = text;
  state.classList.toggle("wrong", !!lines);
  findings.hidden = !lines;
  pack.hidden = !!lines;
  findings.replaceChildren(
    ...(lines || []).map((line) => Object.assign(document.createElement("li"), { textContent: line })),
  );
};

const drawn = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));

let turn = 0;

/** Reads and proves what is open; a later one takes the place of an earlier. */
const review = async () => {
  const mine = ++turn;
  tell("Reading and proving…");
  pack.hidden = true;
  let own;
  try {
    own = await loaded;
  } catch (error) {
    tell("This page cannot work here. Load it again, or put it back beside the files it came with:", [String(error)]);
    return;
  }
  await drawn();
  let page;
  let began;
  try {
    const [pathway, words, trust] = await Promise.all(
      inputs.map(({ id, files: [file] }) => (file ? bytes(file) : own[id])),
    );
    began = performance.now();
    const [named] = at("trust").files;
    page = signOff(pathway, words, trust, named && named.name, today());
  } catch (error) {
    if (mine !== turn) return;
    const lines = String((error && error.message) || error).split("\n");
    tell("A pathway with findings never runs. Mend these, and open the files again:", lines);
    return;
  }
  if (mine !== turn) return;
  frame.srcdoc = page;
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const names = inputs.flatMap(({ files }) => Array.from(files, ({ name }) => name));
  tell((names.length ? names.join(", ") : "The built-in pathway") + ": read and proved in " + took + " seconds.");
};

/** What a dropped file is, by what stands in it; what is not told apart goes where it gets a finding. */
const kind = async (file) => {
  const keys = await file.text().then((text) => Object.keys(JSON.parse(text))).catch(() => ["laws"]);
  if (keys.includes("laws")) return "pathway";
  return keys.includes("ui") ? "words" : "trust";
};

inputs.forEach((input) => input.addEventListener("change", review));

at("built-in").addEventListener("click", () => {
  inputs.forEach((input) => (input.value = ""));
  review();
});

addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("over");
});
addEventListener("dragleave", () => document.body.classList.remove("over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  document.body.classList.remove("over");
  for (const file of Array.from(event.dataTransfer.files)) {
    const one = new DataTransfer();
    one.items.add(file);
    at(await kind(file)).files = one.files;
  }
  review();
});

at("print").addEventListener("click", () => frame.contentWindow.print());

at("save").addEventListener("click", () => {
  const href = URL.createObjectURL(new Blob([frame.srcdoc], { type: "text/html" }));
  Object.assign(document.createElement("a"), { href, download: "sign-off.html" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
});

review();
