// The three files under review → their bytes: as they came with the page, as they were opened, or as
// they were written here. What was written here and not saved is never thrown away unasked.

export const KINDS = ["pathway", "words", "trust"];

/** What comes with the page; a trust's file does not. */
const BUILT_IN = {
  pathway: ["pathway.json", "pathways/ppimhs/pathway.json"],
  words: ["en-GB.json", "pathways/ppimhs/words/en-GB.json"],
};
const TEMPLATE = ["trust.json", "trusts/template.json"];

const NONE = { name: "", bytes: undefined, edited: false };

const files = { pathway: NONE, words: NONE, trust: NONE };
const builtIn = {};

/** Who is told that the files are others now. */
let told = () => {};
export const onFiles = (tell) => (told = tell);

const fetched = async ([name, path]) => {
  const response = await fetch(path);
  if (!response.ok) throw Error(response.status + " " + path);
  return { name, bytes: new Uint8Array(await response.arrayBuffer()), edited: false };
};

/** Loads what comes with the page. Fails where it does not lie beside it. */
export const load = async () => {
  const kinds = Object.keys(BUILT_IN);
  const loaded = await Promise.all(kinds.map((kind) => fetched(BUILT_IN[kind])));
  kinds.forEach((kind, place) => (builtIn[kind] = files[kind] = loaded[place]));
};

/** A file's bytes: of one that is too large, just enough for the core to say so. */
export const bytesOf = async (file, most) => new Uint8Array(await file.slice(0, most + 1).arrayBuffer());

export const name = (kind) => files[kind].name;
export const bytes = (kind) => files[kind].bytes;
export const isEdited = (kind) => files[kind].edited;
export const isBuiltIn = (kind) => files[kind] === (builtIn[kind] || NONE);
export const builtInBytes = (kind) => (builtIn[kind] || NONE).bytes;

/** A file as text; nothing, if there is none. */
export const text = (kind) => files[kind].bytes && new TextDecoder().decode(files[kind].bytes);

const put = (kind, file) => {
  files[kind] = file;
  told();
};

/** A file that was opened takes the place of the one that stood there. */
export const open = (kind, name, bytes) => put(kind, { name, bytes, edited: false });

/** What was written in the editor. */
export const write = (kind, text) =>
  put(kind, { name: files[kind].name, bytes: new TextEncoder().encode(text), edited: true });

/** A trust's file to begin with. */
export const begin = async () => put("trust", { ...(await fetched(TEMPLATE)), edited: true });

/** All as they came with the page. */
export const reset = () => {
  KINDS.forEach((kind) => (files[kind] = builtIn[kind] || NONE));
  told();
};

/** Hands a text over as a file. */
export const handOver = (content, name, type) => {
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
};

/** Saves a file under its name. */
export const save = (kind) => {
  handOver(files[kind].bytes, files[kind].name, "application/json");
  put(kind, { ...files[kind], edited: false });
};

/** What a file is, by what stands in it; what is not told apart goes where it gets a finding. */
export const kindOf = async (file) => {
  const keys = await file
    .text()
    .then((text) => Object.keys(JSON.parse(text)))
    .catch(() => ["laws"]);
  if (keys.includes("laws")) return "pathway";
  return keys.includes("ui") ? "words" : "trust";
};
