// The review page: files in; findings, or the sign-off pack, out. It decides nothing: the core says
// what is wrong, and the proof what holds.

import ready, { signOff } from "./app/ppimhs_reviewer.js";

const BUILT_IN = { pathway: "pathways/ppimhs/pathway.json", words: "pathways/ppimhs/words/en-GB.json" };
// No file of a pathway may be larger: see MAX_BYTES in src/pathway/source.rs.
const MAX_BYTES = 2 ** 20;

const at = (id) => document.getElementById(id);
const [state, findings, pack] = [at("state"), at("findings"), at("pack")];
const frame = pack.querySelector("iframe");
const inputs = ["pathway", "words", "trust"].map(at);

const builtIn = async (path) => {
  const response = await fetch(path);
  if (!response.ok) throw Error(path + " cannot be loaded: put this page back beside the files it came with");
  return new Uint8Array(await response.arrayBuffer());
};

let loaded;
const load = () =>
  (loaded =
    loaded ||
    Promise.all([
      ready({ module_or_path: fetch("app/ppimhs_reviewer_bg.wasm") }),
      builtIn(BUILT_IN.pathway),
      builtIn(BUILT_IN.words),
    ]).then(([, pathway, words]) => ({ pathway, words })));

const today = () => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
};

// What was opened, by what it is.
let opened = {};

const bytes = async (file) => {
  if (file.size > MAX_BYTES) throw Error(file.name + " is larger than any file of a pathway may be");
  return new Uint8Array(await file.arrayBuffer());
};

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
  await drawn();
  let page;
  let began;
  try {
    const own = await load();
    const [pathway, words, trust] = await Promise.all(
      inputs.map(({ id }) => (opened[id] ? bytes(opened[id]) : own[id])),
    );
    began = performance.now();
    page = signOff(pathway, words, trust, opened.trust && opened.trust.name, today());
  } catch (error) {
    if (mine !== turn) return;
    const lines = String((error && error.message) || error).split("\n");
    tell("A pathway with findings never runs. Mend these, and open the files again:", lines);
    return;
  }
  if (mine !== turn) return;
  frame.srcdoc = page;
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const names = inputs.map(({ id }) => opened[id] && opened[id].name).filter(Boolean);
  tell((names.length ? names.join(", ") : "The built-in pathway") + ": read and proved in " + took + " seconds.");
};

/** What a dropped file is, by what stands in it; what is not told apart goes where it gets a finding. */
const kind = async (file) => {
  const keys = await file.text().then((text) => Object.keys(JSON.parse(text))).catch(() => ["laws"]);
  if (keys.includes("laws")) return "pathway";
  return keys.includes("ui") ? "words" : "trust";
};

inputs.forEach((input) =>
  input.addEventListener("change", () => {
    opened[input.id] = input.files[0];
    review();
  }),
);

at("built-in").addEventListener("click", () => {
  opened = {};
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
  for (const file of event.dataTransfer.files) opened[await kind(file)] = file;
  review();
});

at("print").addEventListener("click", () => frame.contentWindow.print());

at("save").addEventListener("click", () => {
  const href = URL.createObjectURL(new Blob([frame.srcdoc], { type: "text/html" }));
  Object.assign(document.createElement("a"), { href, download: "sign-off.html" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
});

review();
