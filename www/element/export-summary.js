// Prints, copies or saves the summary of a result. The widget never sends the summary over the
// network.

import { direction, language, title } from "../generated/crisis.json";
import { createElement, createWith } from "./dom.js";
import { removePrintFrame } from "./remove-print-frame.js";

// The name of the file with the saved summary. The name does not reveal what the file is about.
const FILE_NAME = "notes.txt";
const REVOKE_MS = 500;
const PRINT_STYLES =
  "@page{margin:15mm}body{margin:0;font:10pt/1.25 arial,sans-serif;color:#000}" +
  "h1,h2,h3,h4,h5,h6{margin:.6em 0 .05em;font-size:10.5pt;break-after:avoid}p{margin:.15em 0}" +
  "ul{margin:.1em 0;padding-inline-start:1.2em}div>:first-child{margin:0;font-size:15pt}";

/**
 * Prints the summary from a hidden frame, so that the paper shows nothing of the host page. The
 * frame stays until the next print or the next screen, because some devices send the event
 * `afterprint` before they read the frame.
 */
const print = (lifecycle) => {
  removePrintFrame(lifecycle);
  const frame = createElement("iframe", {
    "aria-hidden": "true",
    tabindex: -1,
    class: "finder-print",
  });
  lifecycle.printFrame = frame;
  lifecycle.cleanups.push(() => removePrintFrame(lifecycle));
  lifecycle.root.append(frame);
  const page = frame.contentWindow;
  const sheet = page.document;
  sheet.title = title;
  sheet.documentElement.lang = language;
  sheet.documentElement.dir = direction;
  const summary = lifecycle.mountPoint.querySelector("[data-summary]");
  sheet.body.append(sheet.importNode(summary, true));
  if (page.CSSStyleSheet && sheet.adoptedStyleSheets) {
    const styles = new page.CSSStyleSheet();
    styles.replaceSync(PRINT_STYLES);
    sheet.adoptedStyleSheets = [styles];
  }
  page.focus();
  page.print();
};

const save = (lifecycle, text) => {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  createElement("a", { href: url, download: FILE_NAME }).click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
};

const copy = (lifecycle, text) => navigator.clipboard.writeText(text);

const METHODS = { print, save, copy };

/**
 * Prints, copies or saves the summary, and resolves when this is done. The promise rejects if the
 * browser refuses.
 */
export const exportSummary = async (method, lifecycle, text) => {
  createWith(lifecycle.createEmpty);
  return lifecycle.guarded(() => METHODS[method](lifecycle, text));
};
