import { json } from "@codemirror/lang-json";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";

/** Returns the position of the first character in a line that is not a space. */
const startOf = ({ from, text }) => from + text.search(/\S|$/);

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
  return {
    text: () => view.state.doc.toString(),
    show: (text) => view.setState(EditorState.create({ doc: text, extensions })),
    /** Marks in the text each finding that has a line. */
    mark(findings) {
      const { doc } = view.state;
      const marks = findings
        .filter(({ line }) => line && line <= doc.lines)
        .map(({ line, message }) => {
          const from = startOf(doc.line(line));
          return { from, to: doc.line(line).to, severity: "error", message };
        });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    /** Moves the cursor to the start of a line, and scrolls to this line. */
    goToLine(line) {
      const { doc } = view.state;
      const anchor = startOf(doc.line(Math.min(line || 1, doc.lines)));
      const effects = EditorView.scrollIntoView(anchor, { y: "center" });
      view.dispatch({ selection: { anchor }, effects });
      view.focus();
    },
  };
};
