// The three files under review. Each came with the page, was opened, or was edited here.

export const KINDS = ["pathway", "words", "trust"];

/** The files that come with the page, by kind: name and path. */
const BUILT_IN = {
  pathway: ["pathway.json", "pathways/ppimhs/pathway.json"],
  words: ["en-GB.json", "pathways/ppimhs/words/en-GB.json"],
};
const TRUST_TEMPLATE = ["trust.json", "trusts/template.json"];
const REVOKE_MS = 60000;

const NONE = { name: "", bytes: undefined, edited: false };

const files = { pathway: NONE, words: NONE, trust: NONE };
const builtIn = { trust: NONE };

let notify = () => {};

/** Calls `listener` after each change of a file. */
export const onChange = (listener) => (notify = listener);

const fetchFile = async ([name, path]) => {
  const response = await fetch(path);
  if (!response.ok) throw Error(response.status + " " + path);
  return { name, bytes: new Uint8Array(await response.arrayBuffer()), edited: false };
};

/** Loads the files that come with the page. */
export const loadBuiltIn = async () => {
  const kinds = Object.keys(BUILT_IN);
  const loaded = await Promise.all(kinds.map((kind) => fetchFile(BUILT_IN[kind])));
  kinds.forEach((kind, index) => (builtIn[kind] = files[kind] = loaded[index]));
};

/** The bytes of a file. One byte above `maxBytes` is enough for the core to refuse the file. */
export const bytesOf = async (file, maxBytes) =>
  new Uint8Array(await file.slice(0, maxBytes + 1).arrayBuffer());

export const name = (kind) => files[kind].name;
export const bytes = (kind) => files[kind].bytes;
export const isEdited = (kind) => files[kind].edited;
export const isBuiltIn = (kind) => files[kind] === builtIn[kind];
export const builtInBytes = (kind) => builtIn[kind].bytes;

/** The text of a file, or undefined if there is no file. */
export const text = (kind) => files[kind].bytes && new TextDecoder().decode(files[kind].bytes);

const replace = (kind, file) => {
  files[kind] = file;
  notify();
};

export const open = (kind, name, bytes) => replace(kind, { name, bytes, edited: false });

/** Takes the text of the editor. */
export const edit = (kind, text) =>
  replace(kind, { name: files[kind].name, bytes: new TextEncoder().encode(text), edited: true });

export const createTrustFile = async () =>
  replace("trust", { ...(await fetchFile(TRUST_TEMPLATE)), edited: true });

/** Puts the built-in files in place of all others. */
export const reset = () => {
  Object.assign(files, builtIn);
  notify();
};

/** Gives the person a file to save. */
export const download = (content, name, type) => {
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), REVOKE_MS);
};

export const save = (kind) => {
  download(files[kind].bytes, files[kind].name, "application/json");
  replace(kind, { ...files[kind], edited: false });
};

/** The kind of a file, by its content. A file that is not JSON counts as a pathway. */
export const kindOf = async (file) => {
  const keys = await file
    .text()
    .then((text) => Object.keys(JSON.parse(text)))
    .catch(() => ["laws"]);
  if (keys.includes("laws")) return "pathway";
  return keys.includes("ui") ? "words" : "trust";
};
