// What the core found wrong → a list that says of each where it stands.

/** What the core said → its findings; what is no list of findings is a fault of the page. */
export const read = (message) => {
  try {
    return JSON.parse(message);
  } catch {
    throw Error(message);
  }
};

const plain = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

const way = (text, go) => {
  const button = Object.assign(plain("button", text), { type: "button", className: "where" });
  button.addEventListener("click", go);
  return button;
};

/** Lists them in `list`. `name` is a file's by its kind; `go`, if there is one, leads to a finding. */
export const list = (list, findings, name, go) => {
  const items = findings.map((finding) => {
    const { file, line, place, message } = finding;
    const where = name(file) + (line ? ", line " + line : "");
    const item = document.createElement("li");
    item.append(go ? way(where, () => go(finding)) : where + ":", " ", plain("code", place), " ", message);
    return item;
  });
  list.replaceChildren(...items);
};

/** How many there are, in a sentence. */
export const count = ({ length }) =>
  (length === 1 ? "One thing is wrong." : length + " things are wrong.") +
  " A pathway with findings never runs, and is not to be signed.";
