// Controls the tab "Compare" of the review page: it compares the open files with earlier files.

import { byId, setHtml } from "./dom.js";
import * as files from "./files.js";
import { parseFindings, showFindings } from "./findings.js";
import { createRequest } from "./create-request.js";
import { ask, LimitError } from "./worker-client.js";

const input = (kind) => byId("earlier-" + kind);

/** The files of the earlier version that the person has chosen, by kind. */
let chosen = {};

const fileName = (kind) => (chosen[kind] ? chosen[kind].name : "the built-in " + kind);

const describe = (kind) => {
  if (chosen[kind]) return chosen[kind].name + ".";
  return kind === "trust" ? "None." : "The built-in file.";
};

const describeAll = () =>
  files.KINDS.forEach((kind) => (byId("earlier-" + kind + "-status").textContent = describe(kind)));

/** Returns the bytes of a chosen file. Forgets a file that the browser can no longer read. */
const chosenBytes = async (kind) => {
  try {
    return await files.bytesOf(chosen[kind], await ask("maxBytes"));
  } catch (error) {
    delete chosen[kind];
    describeAll();
    throw error;
  }
};

/**
 * Returns the files of the earlier version of the pathway. If the person has chosen no file of a
 * kind, the built-in file of this kind takes its place.
 */
const earlierRequest = async () => {
  const { trust } = chosen;
  const bytes = (kind) => (chosen[kind] ? chosenBytes(kind) : files.builtInBytes(kind));
  return createRequest(await Promise.all(files.KINDS.map(bytes)), trust && trust.name);
};

/**
 * Prepares the comparison of the open pathway with an earlier version. Returns a function that
 * draws the comparison.
 */
export const prepareComparison = () => {
  const container = byId("comparison");
  let lastTurn = 0;
  const draw = async () => {
    const turn = ++lastTurn;
    container.textContent = "Comparing…";
    try {
      const html = await ask("compare", await earlierRequest());
      if (turn === lastTurn) setHtml(container, html);
    } catch (error) {
      if (turn !== lastTurn) return;
      if (error instanceof LimitError || error instanceof files.FileError) {
        container.textContent = error.message;
        return;
      }
      const list = document.createElement("ul");
      showFindings(list, parseFindings(error.message), fileName);
      container.replaceChildren(
        "The earlier version has findings. Correct them and choose the files again:",
        list,
      );
    }
  };
  const redraw = () => {
    describeAll();
    draw();
  };
  files.KINDS.forEach((kind) =>
    input(kind).addEventListener("change", ({ target }) => {
      const [file] = target.files;
      if (!file) return;
      chosen[kind] = file;
      // With an empty field, the person can choose the same file again.
      target.value = "";
      redraw();
    }),
  );
  byId("earlier-built-in").addEventListener("click", () => {
    chosen = {};
    redraw();
  });
  return draw;
};
