// Controls the panel with the text editor for the open files. The editor loads when a person first
// opens the panel.

import { byId } from "./dom.js";
import * as files from "./files.js";
import { lazyImport } from "./lazy-import.js";
import { addTabs } from "./tabs.js";

let editor;
let findings = [];
let openKind = files.KINDS[0];

const show = () => {
  const text = files.text(openKind);
  const hasFile = text !== undefined;
  byId("file-text").hidden = !hasFile;
  byId("no-trust-file").hidden = hasFile;
  byId("save-file").disabled = !files.isEdited(openKind);
  if (!editor || !hasFile) return;
  editor.show(openKind, text);
  editor.mark(findings.filter(({ file }) => file === openKind));
};

const showTab = addTabs(byId("file-tabs"), (index) => {
  openKind = files.KINDS[index];
  show();
});

const setOpen = (isOpen) => {
  byId("editor").hidden = !isOpen;
  byId("edit").setAttribute("aria-expanded", String(isOpen));
};

const openPanel = async () => {
  setOpen(true);
  const { createEditor } = await lazyImport("editor");
  const onEdit = (text) => files.edit(openKind, text);
  editor = editor || createEditor(byId("file-text"), "The text of the file", onEdit);
  show();
};

byId("edit").addEventListener("click", () =>
  byId("editor").hidden ? openPanel() : setOpen(false),
);
byId("save-file").addEventListener("click", () => files.save(openKind));
byId("create-trust-file").addEventListener("click", files.createTrustFile);

showTab(0);

/** Shows the present text of the open files in the editor, and marks their findings. */
export const updateEditor = (newFindings) => {
  findings = newFindings;
  show();
};

/** Opens the editor at the word of a finding. */
export const goToFinding = async (finding) => {
  await openPanel();
  showTab(files.KINDS.indexOf(finding.file));
  editor.goTo(finding);
};
