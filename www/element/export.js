// The ways to take the summary along. It leaves the device only in the visitor's hands.

import { direction, language, title } from "../generated/crisis.json";
import { createElement, createWith } from "./create-element.js";
import { removePrintFrame } from "./print-frame.js";

// The name of the file does not reveal its subject.
const FILE_NAME = "notes.txt";
const REVOKE_MS = 500;
const PRINT_STYLES =
  "@page{margin:15mm}body{margin:0;font:10pt/1.25 arial,sans-serif;color:#000}" +
  "h1,h2,h3,h4,h5,h6{margin:.6em 0 .05em;font-size:10.5pt;break-after:avoid}p{margin:.15em 0}" +
  "ul{margin:.1em 0;padding-inline-start:1.2em}div>:first-child{margin:0;font-size:15pt}";

/**
 * Prints the summary from a frame of its own, without the host page around it. The frame stays until
 * the next print or the next screen: on some devices `afterprint` comes before the sheet is read.
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

/** Exports the summary. The promise rejects where the browser does not allow the method. */
export const exportSummary = async (method, lifecycle, text) => {
  createWith(lifecycle.createEmpty);
  return lifecycle.guarded(() => METHODS[method](lifecycle, text));
};
