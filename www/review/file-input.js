// Files that a person opens or drops → the files under review. What they wrote is not thrown away
// unasked.

import { at } from "./dom.js";
import { ask } from "./worker-client.js";
import * as files from "./files.js";

const unsaved = () => files.KINDS.filter(files.isEdited);

const isFineToLose = (kinds) => {
  const lost = kinds.map(files.name).join(", ");
  return !lost || confirm("Changes to " + lost + " are not saved. Throw them away?");
};

const take = async (kind, file) => {
  const bytes = await files.bytesOf(file, await ask("maxBytes"));
  if (isFineToLose(unsaved().filter((one) => one === kind))) files.open(kind, file.name, bytes);
};

const is = (kind) => {
  if (!files.bytes(kind)) return "None.";
  if (files.isBuiltIn(kind)) return "The built-in one.";
  return files.name(kind) + (files.isEdited(kind) ? ", with changes that are not saved." : ".");
};

/** Says beside each field what stands there. */
export const describe = () => files.KINDS.forEach((kind) => (at(kind + "-is").textContent = is(kind)));

files.KINDS.forEach((kind) =>
  at(kind).addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (file) await take(kind, file);
    target.value = "";
  }),
);

addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("over");
});
addEventListener("dragleave", () => document.body.classList.remove("over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  document.body.classList.remove("over");
  for (const file of Array.from(event.dataTransfer.files)) await take(await files.kindOf(file), file);
});

at("built-in").addEventListener("click", () => {
  if (isFineToLose(unsaved())) files.reset();
});

addEventListener("beforeunload", (event) => {
  if (unsaved().length) event.preventDefault();
});
