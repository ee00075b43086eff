// Two versions → exactly which journeys end otherwise, as the tool's `diff` says it.

import { at } from "./dom.js";
import { ask } from "./worker-client.js";
import * as files from "./files.js";
import { list, read } from "./findings.js";
import { given } from "./request.js";
import { fill } from "./dom.js";

const input = (kind) => at("before-" + kind);

const name = (kind) => {
  const [file] = input(kind).files;
  return file ? file.name : "the built-in " + kind;
};

/** What it was before: files that are chosen, and for the others what came with the page. */
const before = async () => {
  const most = await ask("maxBytes");
  const bytes = (kind) => {
    const [file] = input(kind).files;
    return file ? files.bytesOf(file, most) : files.builtInBytes(kind);
  };
  const [own] = input("trust").files;
  return given(await Promise.all(files.KINDS.map(bytes)), own && own.name);
};

/** Compares whenever other files are chosen; hands back what does it for another pathway. */
export const compare = () => {
  const place = at("compared");
  let turn = 0;
  const draw = async () => {
    const mine = ++turn;
    place.textContent = "Comparing…";
    try {
      const html = await ask("compare", await before());
      if (mine === turn) fill(place, html);
    } catch (error) {
      if (mine !== turn) return;
      const lines = document.createElement("ul");
      list(lines, read(error.message), name);
      place.replaceChildren("What it was before cannot be read. Mend this, and choose the files again:", lines);
    }
  };
  files.KINDS.forEach((kind) => input(kind).addEventListener("change", draw));
  at("before-built-in").addEventListener("click", () => {
    files.KINDS.forEach((kind) => (input(kind).value = ""));
    draw();
  });
  return draw;
};
