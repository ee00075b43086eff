// The files under review → a place to write in them, open when somebody wants it.

import { at } from "./dom.js";
import * as files from "./files.js";
import { part } from "./lazy-import.js";
import { tabs } from "./tabs.js";

let editing;
let found = [];
let open = files.KINDS[0];

const isOpen = () => !at("editor").hidden;

const show = () => {
  const text = files.text(open);
  const isThere = text !== undefined;
  at("writing").hidden = !isThere;
  at("none").hidden = isThere;
  at("keep").disabled = !files.isEdited(open);
  if (!editing || !isThere) return;
  if (editing.text() !== text) editing.show(text);
  editing.mark(found.filter(({ file }) => file === open));
};

const turn = tabs(at("kinds"), (place) => {
  open = files.KINDS[place];
  show();
});

const raise = async () => {
  at("editor").hidden = false;
  at("edit").setAttribute("aria-expanded", "true");
  const { editor } = await part("editor");
  editing = editing || editor(at("writing"), "The text of the file", (text) => files.write(open, text));
  show();
};

const putAway = () => {
  at("editor").hidden = true;
  at("edit").setAttribute("aria-expanded", "false");
};

at("edit").addEventListener("click", () => (isOpen() ? putAway() : raise()));
at("keep").addEventListener("click", () => files.save(open));
at("begin").addEventListener("click", files.begin);

turn(0);

/** Shows the files as they are now, with what is wrong in them. */
export const draw = (findings) => {
  found = findings;
  show();
};

/** Leads to where something is wrong. */
export const go = async ({ file, line }) => {
  await raise();
  turn(files.KINDS.indexOf(file));
  editing.go(line);
};
