import { byId, setHtml } from "./dom.js";
import * as files from "./files.js";
import { parseFindings, showFindings } from "./findings.js";
import { createRequest } from "./request.js";
import { ask, LimitError } from "./worker-client.js";

const input = (kind) => byId("earlier-" + kind);

const fileName = (kind) => {
  const [file] = input(kind).files;
  return file ? file.name : "the built-in " + kind;
};

/**
 * Returns the files of the earlier version of the pathway. If the person has chosen no file of a
 * kind, the built-in file of this kind takes its place.
 */
const earlierRequest = async () => {
  const maxBytes = await ask("maxBytes");
  const bytes = (kind) => {
    const [file] = input(kind).files;
    return file ? files.bytesOf(file, maxBytes) : files.builtInBytes(kind);
  };
  const [trust] = input("trust").files;
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
      if (error instanceof LimitError) {
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
  files.KINDS.forEach((kind) => input(kind).addEventListener("change", draw));
  byId("earlier-built-in").addEventListener("click", () => {
    files.KINDS.forEach((kind) => (input(kind).value = ""));
    draw();
  });
  return draw;
};
