// The page for web editors: fills this folder's address into the snippets, copies them, and rebuilds
// the preview with the settings that were chosen. The questions do not need this file.

const folder = new URL(".", import.meta.url);
const find = (id) => document.getElementById(id);

/** Without a script the snippets name HOST, and a line says what to write there. */
const fill = () => {
  document.querySelectorAll("pre code").forEach((code) => {
    code.textContent = code.textContent
      .replaceAll("https://HOST/finder/", folder.href)
      .replaceAll("https://HOST", folder.origin);
  });
  document.querySelectorAll("[data-unfilled]").forEach((line) => line.remove());
};

/** Browsers give the clipboard to scripts on safe addresses alone: elsewhere a selection is copied. */
const copy = async (code) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(code.textContent);
  getSelection().selectAllChildren(code);
  if (!document.execCommand("copy")) throw Error("the browser does not copy");
};

const offerCopies = () => {
  document.querySelectorAll("[data-copies]").forEach((button) => {
    const status = button.parentElement.querySelector("[role=status]");
    const code = find(button.dataset.copies);
    button.hidden = false;
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        await copy(code);
        status.textContent = "Copied.";
      } catch (error) {
        getSelection().selectAllChildren(code);
        status.textContent = "Your browser does not let us copy. The text is selected: copy it yourself.";
      }
    });
  });
};

/** The settings that were chosen, as attributes. */
const chosen = (form) =>
  [...form.elements]
    .map((control) => [control.name, control.value.trim()])
    .filter(([, value]) => value);

const escaped = (value) =>
  value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const element = (attributes) => {
  const finder = document.createElement("ppimhs-finder");
  attributes.forEach(([name, value]) => finder.setAttribute(name, value));
  const link = document.createElement("a");
  link.href = "plain.html";
  link.textContent = find("main").querySelector("ppimhs-finder a").textContent;
  finder.append(link);
  return finder;
};

const offerSettings = () => {
  const form = find("try-form");
  const show = () => {
    const attributes = chosen(form);
    const written = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
    find("preview").replaceChildren(element(attributes));
    find("snippet-try").textContent = find("snippet-b").textContent.replace(
      "<ppimhs-finder>",
      () => `<ppimhs-finder${written}>`
    );
  };
  find("try-settings").hidden = false;
  form.addEventListener("change", show);
  show();
};

fill();
offerCopies();
offerSettings();
