// Decides from its text which of the three files a file is. The text may have errors.

const SCHEMA = /(pathway|words|trust)\.schema\.json/;

/** The kinds in the order of the search, each with keys that no kind before has. */
const KEYS = [
  ["words", ["ui"]],
  ["pathway", ["laws", "rules"]],
  ["trust", ["pathway", "contacts", "areas", "limits", "service"]],
];

/** Returns a function that says whether the file has a key. */
const search = (text) => {
  try {
    const keys = Object.keys(JSON.parse(text));
    return (key) => keys.includes(key);
  } catch {
    return (key) => RegExp("\\b" + key + "\\W{0,2}\\s*:").test(text);
  }
};

/** Returns the kind of a file, or undefined if its text is like none of the three files. */
export const kindOf = (bytes) => {
  // In UTF-16 each letter has a zero byte beside it.
  const text = new TextDecoder().decode(bytes).replace(/\0/g, "");
  const schema = SCHEMA.exec(text);
  if (schema) return schema[1];
  const has = search(text);
  const found = KEYS.find(([, keys]) => keys.some(has));
  return found && found[0];
};
