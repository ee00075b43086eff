import { json } from "@codemirror/lang-json";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";

/** A text of JSON, another value, or one sign. */
const TOKEN = /"(?:\\.|[^"\\])*"?|[^\s"{}[\],:]+|./uy;
const SURROGATE = /[\ud800-\udbff]/;

/** Returns the offset of a column in a line. The core counts characters, and JavaScript counts units. */
const offsetOf = (text, column) =>
  SURROGATE.test(text) ? Array.from(text).slice(0, column - 1).join("").length : column - 1;

/** Returns the range of the word at which a finding points. */
const rangeOf = (doc, { line, column }) => {
  const { from, text } = doc.line(line);
  const start = Math.min(offsetOf(text, column || 1), text.length);
  TOKEN.lastIndex = start;
  const [word] = TOKEN.exec(text) || [""];
  return { from: from + start, to: from + start + word.length };
};

/**
 * Creates a text editor in the element `parent`.
 * @param {HTMLElement} parent
 * @param {string} label the name of the editor for screen readers
 * @param {(text: string) => void} onEdit is called with the text after each change
 */
export const createEditor = (parent, label, onEdit) => {
  const extensions = [
    basicSetup,
    json(),
    lintGutter(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onEdit(state.doc.toString());
    }),
  ];
  const view = new EditorView({ parent });
  /** The texts by kind, each with its cursor and the steps that a person can undo. */
  const states = {};
  let shown;
  return {
    /** Shows the text of a kind. If the text is the same as before, its cursor stays. */
    show(kind, text) {
      if (shown) states[shown] = view.state;
      const state = states[kind];
      const isSame = state && state.doc.toString() === text;
      if (!isSame) view.setState(EditorState.create({ doc: text, extensions }));
      else if (kind !== shown) view.setState(state);
      shown = kind;
    },
    /** Marks in the text each finding that has a line. */
    mark(findings) {
      const { doc } = view.state;
      const marks = findings
        .filter(({ line }) => line && line <= doc.lines)
        .map((finding) => ({
          ...rangeOf(doc, finding),
          severity: "error",
          message: finding.message,
        }));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    /** Moves the cursor to the word of a finding, and scrolls to this word. */
    goTo({ line, column }) {
      const { doc } = view.state;
      const isThere = line && line <= doc.lines;
      const anchor = isThere ? rangeOf(doc, { line, column }).from : 0;
      const effects = EditorView.scrollIntoView(anchor, { y: "center" });
      view.dispatch({ selection: { anchor }, effects });
      view.focus();
    },
  };
};
