// Handles the three ways to replace the open files: the file fields, the area on which a person
// drops files, and the reset button. Each way asks the person before it discards changes.

import { byId } from "./dom.js";
import * as files from "./files.js";
import { ask } from "./worker-client.js";

const unsavedKinds = () => files.KINDS.filter(files.isEdited);

const mayDiscard = (kinds) => {
  const names = kinds.map(files.name).join(", ");
  return !names || confirm("Discard the unsaved changes to " + names + "?");
};

const openFile = async (kind, file) => {
  const bytes = await files.bytesOf(file, await ask("maxBytes"));
  if (mayDiscard(unsavedKinds().filter((unsaved) => unsaved === kind))) {
    files.open(kind, file.name, bytes);
  }
};

const describe = (kind) => {
  if (!files.bytes(kind)) return "None.";
  if (files.isBuiltIn(kind)) return "The built-in file.";
  return files.name(kind) + (files.isEdited(kind) ? ", with unsaved changes." : ".");
};

/** Shows beside each file field the name of the open file. */
export const describeFiles = () =>
  files.KINDS.forEach((kind) => (byId(kind + "-status").textContent = describe(kind)));

files.KINDS.forEach((kind) =>
  byId(kind).addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (file) await openFile(kind, file);
    target.value = "";
  }),
);

addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dragging");
});
addEventListener("dragleave", () => document.body.classList.remove("dragging"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
  for (const file of Array.from(event.dataTransfer.files)) {
    await openFile(await files.kindOf(file), file);
  }
});

byId("reset").addEventListener("click", () => {
  if (mayDiscard(unsavedKinds())) files.reset();
});

addEventListener("beforeunload", (event) => {
  if (unsavedKinds().length) event.preventDefault();
});
