// Handles the three ways to replace the open files: the file fields, the area on which a person
// drops files, and the reset button. Each way asks the person before it discards changes.

import { byId } from "./dom.js";
import * as files from "./files.js";
import { kindOf } from "./kind.js";
import { showNotOpened } from "./status.js";
import { ask } from "./worker-client.js";

const unsavedKinds = () => files.KINDS.filter(files.isEdited);

const mayDiscard = (kinds) => {
  const names = kinds.map(files.name).join(", ");
  return !names || confirm("Discard the unsaved changes to " + names + "?");
};

const open = (kind, name, bytes) => {
  if (mayDiscard(unsavedKinds().filter((unsaved) => unsaved === kind))) {
    files.open(kind, name, bytes);
  }
};

const read = async (file) => files.bytesOf(file, await ask("maxBytes"));

const openChosen = async (kind, file) => {
  try {
    open(kind, file.name, await read(file));
    showNotOpened("");
  } catch (error) {
    showNotOpened(error.message);
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
    if (file) await openChosen(kind, file);
    target.value = "";
  }),
);

/** Returns the dropped files, and the names of dropped folders, which a browser gives as files. */
const droppedFiles = ({ items }) => {
  const dropped = { files: [], folders: [] };
  for (const item of Array.from(items).filter(({ kind }) => kind === "file")) {
    const entry = item.webkitGetAsEntry();
    if (entry && entry.isDirectory) dropped.folders.push(entry.name);
    else dropped.files.push(item.getAsFile());
  }
  return dropped;
};

/** Opens each dropped file in the field of its kind. The other fields keep their files. */
const openDropped = async (dropped) => {
  const messages = dropped.folders.map((name) => name + " is a folder: drop the files in it.");
  const found = [];
  for (const file of dropped.files) {
    try {
      const bytes = await read(file);
      const kind = kindOf(bytes);
      if (kind) found.push({ kind, name: file.name, bytes });
      else messages.push(file.name + " is none of the three files, so it is not open.");
    } catch (error) {
      messages.push(error.message);
    }
  }
  files.KINDS.forEach((kind) => {
    const same = found.filter((file) => file.kind === kind);
    if (same.length === 1) open(kind, same[0].name, same[0].bytes);
    if (same.length < 2) return;
    const names = same.map(({ name }) => name).join(" and ");
    messages.push(names + " are files of the same kind, so none of them is open: drop one.");
  });
  showNotOpened(messages.join(" "));
};

addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dragging");
});
addEventListener("dragleave", () => document.body.classList.remove("dragging"));
addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dragging");
});
// The page takes files before the editor, which would write their text into the open file.
addEventListener(
  "drop",
  (event) => {
    const dropped = droppedFiles(event.dataTransfer);
    if (!dropped.files.length && !dropped.folders.length) return;
    event.preventDefault();
    event.stopPropagation();
    document.body.classList.remove("dragging");
    openDropped(dropped);
  },
  true,
);

byId("reset").addEventListener("click", () => {
  if (!mayDiscard(unsavedKinds())) return;
  showNotOpened("");
  files.reset();
});

addEventListener("beforeunload", (event) => {
  if (unsavedKinds().length) event.preventDefault();
});
