/**
 * Reads the findings in an error message of the core. If the message contains no findings, the
 * function throws it as an error.
 */
export const parseFindings = (message) => {
  try {
    return JSON.parse(message);
  } catch {
    throw Error(message);
  }
};

const createElement = (tag, textContent) =>
  Object.assign(document.createElement(tag), { textContent });

const createButton = (text, onClick) => {
  const button = createElement("button", text);
  Object.assign(button, { type: "button", className: "location" });
  button.addEventListener("click", onClick);
  return button;
};

/**
 * Shows a list of findings, each with its file, its line and its path in the file.
 * @param {HTMLElement} list
 * @param {Finding[]} findings
 * @param {(kind: string) => string} fileName returns the name of the file of a kind
 * @param {(finding: Finding) => void} [onSelect] is called when a person selects a finding
 */
export const showFindings = (list, findings, fileName, onSelect) => {
  const items = findings.map((finding) => {
    const { file, line, place, message } = finding;
    const location = fileName(file) + (line ? ", line " + line : "");
    const lead = onSelect ? createButton(location, () => onSelect(finding)) : location + ":";
    const item = createElement("li");
    item.append(lead, " ", createElement("code", place), " ", message);
    return item;
  });
  list.replaceChildren(...items);
};

export const summarise = ({ length }) =>
  (length === 1 ? "1 finding." : length + " findings.") +
  " A pathway with findings cannot run and must not be signed.";
