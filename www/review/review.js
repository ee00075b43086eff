// The script of the review page. It shows the findings in the open files. If there are none, it
// shows the proof and the views of the pathway. The Rust modules make all decisions.

import { byId, setHtml, trusted } from "./dom.js";
import { goToFinding, updateEditor } from "./editor-panel.js";
import { describeFiles } from "./file-input.js";
import * as files from "./files.js";
import { parseFindings, showFindings, summarise } from "./findings.js";
import { createRequest } from "./create-request.js";
import { hideViewError, showStatus, showViewError } from "./status.js";
import { prepareViews } from "./views.js";
import { ask, LimitError } from "./worker-client.js";

const TYPING_MS = 250;

byId("not-started").hidden = true;
byId("main").hidden = false;

const drawViews = prepareViews(
  ({ message }) => showViewError("This view did not load: " + message + " Load the page again."),
  hideViewError,
);

const onPageError = ({ message }) =>
  showStatus(
    "This page cannot work here. Open it from a web server, load it again, or put it back beside " +
      "its files: " +
      message,
    true,
  );

const openFileNames = () => {
  const kinds = files.KINDS.filter((kind) => files.bytes(kind) && !files.isBuiltIn(kind));
  return kinds.length ? kinds.map(files.name).join(", ") : "The built-in pathway";
};

const request = () =>
  createRequest(files.KINDS.map(files.bytes), files.bytes("trust") && files.name("trust"));

const onFindings = (message) => {
  const findings = parseFindings(message);
  showStatus(summarise(findings), true);
  showFindings(byId("findings"), findings, files.name, goToFinding);
  updateEditor(findings);
};

const onChecked = ({ holds, proof }, startTime) => {
  const seconds = ((performance.now() - startTime) / 1000).toFixed(1);
  setHtml(byId("proof"), proof);
  updateEditor([]);
  if (holds) showStatus(openFileNames() + ": checked and proved in " + seconds + " seconds.");
  else showStatus(openFileNames() + ": checked, but not every law holds.", true);
  return drawViews();
};

let lastTurn = 0;

/**
 * Checks the open files and proves the laws of the pathway. A later call replaces an earlier one
 * that has not finished.
 */
const review = async () => {
  const turn = ++lastTurn;
  const startTime = performance.now();
  showStatus("Checking and proving…");
  byId("views").classList.add("stale");
  const [result, error] = await ask("read", request()).then(
    (result) => [result],
    (error) => [undefined, error],
  );
  if (turn !== lastTurn) return;
  const isLimit = error instanceof LimitError;
  byId("views").classList.remove("stale");
  byId("findings").hidden = !error || isLimit;
  byId("proof").hidden = byId("views").hidden = !!error;
  if (isLimit) showStatus(error.message, true);
  else await (error ? onFindings(error.message) : onChecked(result, startTime));
};

let timer;

files.onChange(() => {
  describeFiles();
  updateEditor([]);
  clearTimeout(timer);
  timer = setTimeout(() => review().catch(onPageError), TYPING_MS);
});

files
  .loadBuiltIn()
  .then(() => {
    describeFiles();
    return review();
  })
  .catch(onPageError);

/** Stores a copy of the review page in the browser. See `review-offline.js`. */
const saveOffline = async () => {
  const url = trusted.createScriptURL("review-offline.js");
  await navigator.serviceWorker.register(url, { scope: "review" });
  await navigator.serviceWorker.ready;
  byId("offline").hidden = false;
};

// Without HTTPS or service workers, the browser stores no copy of the page.
saveOffline().catch(() => {});
