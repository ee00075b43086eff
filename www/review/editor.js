// A file as text → a text that can be written in, with what is wrong marked where it stands.

import { json } from "@codemirror/lang-json";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";

/** Writes in `place`; `written` is told the text after each change by a person. */
export const editor = (place, label, written) => {
  const extensions = [
    basicSetup,
    json(),
    lintGutter(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) written(state.doc.toString());
    }),
  ];
  const view = new EditorView({ parent: place });
  return {
    text: () => view.state.doc.toString(),
    show: (text) => view.setState(EditorState.create({ doc: text, extensions })),
    /** Marks findings of this text that know their line. */
    mark(findings) {
      const { doc } = view.state;
      const here = findings.filter(({ line }) => line && line <= doc.lines);
      const marks = here.map(({ line, message }) => {
        const { from, to, text } = doc.line(line);
        return { from: from + text.search(/\S|$/), to, severity: "error", message };
      });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    /** Puts the cursor on a line, in sight. */
    go(line) {
      const { from, text } = view.state.doc.line(Math.min(line || 1, view.state.doc.lines));
      const anchor = from + text.search(/\S|$/);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
  };
};
