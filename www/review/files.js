// Stores the three files on the review page: the pathway, its words and a trust file. Each file is
// built in, opened by a person, or edited on the page.

export const KINDS = ["pathway", "words", "trust"];

/** The built-in pathway and its words, each with the file name and the path. */
const BUILT_IN = {
  pathway: ["pathway.json", "pathways/ppimhs/pathway.json"],
  words: ["en-GB.json", "pathways/ppimhs/words/en-GB.json"],
};
const TRUST_TEMPLATE = ["trust.json", "trusts/template.json"];
const REVOKE_MS = 60000;

const NONE = { name: "", bytes: undefined, edited: false, mark: "", lineEnd: "\n" };
const MARK = "\ufeff";

/** Returns a file with its byte order mark and its line ends, which the editor does not keep. */
const createFile = (name, bytes) => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const [lineEnd] = /\r\n?|\n/.exec(text) || ["\n"];
  return { name, bytes, edited: false, mark: text.startsWith(MARK) ? MARK : "", lineEnd };
};

const files = { pathway: NONE, words: NONE, trust: NONE };
const builtIn = { trust: NONE };

let notify = () => {};

/** Sets the function that is called after each change of a file. */
export const onChange = (listener) => (notify = listener);

const fetchFile = async ([name, path]) => {
  const response = await fetch(path);
  if (!response.ok) throw Error(response.status + " " + path);
  return createFile(name, new Uint8Array(await response.arrayBuffer()));
};

/** Loads the built-in pathway and its words. */
export const loadBuiltIn = async () => {
  const kinds = Object.keys(BUILT_IN);
  const loaded = await Promise.all(kinds.map((kind) => fetchFile(BUILT_IN[kind])));
  kinds.forEach((kind, index) => (builtIn[kind] = files[kind] = loaded[index]));
};

/** The error for a file that the browser can no longer read. */
export class FileError extends Error {
  constructor(name) {
    super(name + " cannot be read. It has changed since, or is gone: choose it again.");
  }
}

/**
 * Returns the bytes of a file, but at most one more than `maxBytes`. This is enough for the core to
 * report that the file is too large.
 */
export const bytesOf = async (file, maxBytes) => {
  try {
    return new Uint8Array(await file.slice(0, maxBytes + 1).arrayBuffer());
  } catch {
    throw new FileError(file.name);
  }
};

export const name = (kind) => files[kind].name;
export const bytes = (kind) => files[kind].bytes;
export const isEdited = (kind) => files[kind].edited;
export const isBuiltIn = (kind) => files[kind] === builtIn[kind];
export const builtInBytes = (kind) => builtIn[kind].bytes;

/**
 * Returns the text of the open file of this kind, or undefined if no file of this kind is open. The
 * text has the line ends of the editor, and no byte order mark.
 */
export const text = (kind) => {
  const { bytes } = files[kind];
  return bytes && new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
};

const replace = (kind, file) => {
  files[kind] = file;
  notify();
};

export const open = (kind, name, bytes) => replace(kind, createFile(name, bytes));

/**
 * Stores the text from the editor as the open file of this kind. The file keeps its byte order mark
 * and its line ends.
 */
export const edit = (kind, text) => {
  const { mark, lineEnd } = files[kind];
  const bytes = new TextEncoder().encode(mark + text.replace(/\n/g, lineEnd));
  replace(kind, { ...files[kind], bytes, edited: true });
};

export const createTrustFile = async () =>
  replace("trust", { ...(await fetchFile(TRUST_TEMPLATE)), edited: true });

/** Replaces all open files by the built-in files. */
export const reset = () => {
  Object.assign(files, builtIn);
  notify();
};

/** Offers the person a file to save. */
export const download = (content, name, type) => {
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), REVOKE_MS);
};

export const save = (kind) => {
  download(files[kind].bytes, files[kind].name, "application/json");
  replace(kind, { ...files[kind], edited: false });
};
