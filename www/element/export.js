// The summary → paper, the clipboard, or a file. It leaves the device only in the visitor's hands.

import { direction, language, title } from "../generated/crisis.json";
import { make } from "./create-element.js";

// What a saved summary is called: nothing that tells what it is about.
const FILE = "notes.txt";
const SAVED_MS = 500;
const PAPER =
  "@page{margin:15mm}body{margin:0;font:10pt/1.25 arial,sans-serif;color:#000}" +
  "h1,h2,h3,h4,h5,h6{margin:.6em 0 .05em;font-size:10.5pt;break-after:avoid}p{margin:.15em 0}" +
  "ul{margin:.1em 0;padding-inline-start:1.2em}div>:first-child{margin:0;font-size:15pt}";

// Paper has no shadow root: a frame of its own holds the summary alone, and not the host's page.
const print = (life) => {
  const frame = make("iframe", { "aria-hidden": "true", tabindex: -1, class: "finder-print" });
  life.root.append(frame);
  const page = frame.contentWindow;
  const sheet = page.document;
  sheet.title = title;
  sheet.documentElement.lang = language;
  sheet.documentElement.dir = direction;
  sheet.body.append(sheet.importNode(life.place.querySelector("[data-summary]"), true));
  if (page.CSSStyleSheet && sheet.adoptedStyleSheets) {
    const styles = new page.CSSStyleSheet();
    styles.replaceSync(PAPER);
    sheet.adoptedStyleSheets = [styles];
  }
  page.addEventListener("afterprint", () => frame.remove());
  page.focus();
  page.print();
};

const save = (life, text) => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  make("a", { href: address, download: FILE }).click();
  setTimeout(() => URL.revokeObjectURL(address), SAVED_MS);
};

const copy = (life, text) => navigator.clipboard.writeText(text);

const WAYS = { print, save, copy };

/** Rejects where the browser does not let it. */
export const keep = async (how, life, text) => WAYS[how](life, text);
