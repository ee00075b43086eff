// The script of the demo page. It puts the address of this folder into the code examples, copies
// the examples, and previews the settings of the widget. The widget does not need this file.

const folder = new URL(".", import.meta.url);
const byId = (id) => document.getElementById(id);

const fillAddresses = () => {
  document.querySelectorAll("pre code").forEach((code) => {
    code.textContent = code.textContent
      .replaceAll("https://HOST/finder/", folder.href)
      .replaceAll("https://HOST", folder.origin);
  });
  // Some lines of the demo page ask the reader to put the address into the code examples by hand.
  // This script has done so, and removes the lines.
  document.querySelectorAll("[data-unfilled]").forEach((line) => line.remove());
};

const select = (code) => getSelection().selectAllChildren(code);

/**
 * Copies a code example to the clipboard. A page without HTTPS cannot write to the clipboard, so
 * the browser copies the selected text instead.
 */
const copy = async (code) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(code.textContent);
  select(code);
  if (!document.execCommand("copy")) throw Error("the browser does not copy");
};

const addCopyButtons = () => {
  document.querySelectorAll("[data-copies]").forEach((button) => {
    const status = button.parentElement.querySelector("[role=status]");
    const code = byId(button.dataset.copies);
    button.hidden = false;
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        await copy(code);
        status.textContent = "Copied.";
      } catch (error) {
        select(code);
        status.textContent = "Your browser did not copy. The text is selected: copy it yourself.";
      }
    });
  });
};

/** Returns the SHA-384 checksum of a file in the format of the attribute `integrity`. */
const readIntegrity = async (path) => {
  const response = await fetch(new URL(path, folder));
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-384", await response.arrayBuffer()));
  return "sha384-" + btoa(String.fromCharCode(...bytes));
};

/** Shows snippet B with the checksum of its script. Only a page with HTTPS can calculate it. */
const addPinnedSnippet = async () => {
  if (!self.crypto || !crypto.subtle) return;
  const integrity = await readIntegrity("ppimhs-finder.js");
  byId("snippet-pinned").textContent = byId("snippet-b").textContent.replace(
    "></script>",
    ` integrity="${integrity}" crossorigin="anonymous"></script>`,
  );
  byId("pinned").hidden = false;
};

/** Returns the settings that the reader chose, as pairs of an attribute and its value. */
const readSettings = (form) =>
  [...form.elements]
    .map((control) => [control.name, control.value.trim()])
    .filter(([, value]) => value);

const escapeHtml = (value) =>
  value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const createFinder = (attributes) => {
  const finder = document.createElement("ppimhs-finder");
  attributes.forEach(([name, value]) => finder.setAttribute(name, value));
  finder.append(byId("main").querySelector("ppimhs-finder a").cloneNode(true));
  return finder;
};

const addPreview = () => {
  const form = byId("try-form");
  const update = () => {
    const attributes = readSettings(form);
    const html = attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("");
    byId("preview").replaceChildren(createFinder(attributes));
    byId("snippet-try").textContent = byId("snippet-b").textContent.replace(
      "<ppimhs-finder>",
      () => `<ppimhs-finder${html}>`,
    );
  };
  byId("try-settings").hidden = false;
  form.addEventListener("change", update);
  update();
};

fillAddresses();
addCopyButtons();
addPreview();
addPinnedSnippet();
