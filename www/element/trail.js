// The browser's Back and Forward → visits. An entry of the history holds, beside what the host keeps
// there, one number for each widget on the page: how many screens lie before the one it shows.

const KEY = "ppimhsFinder";
const BACK_MS = 500;

/** `finder` gives the widget, once it is there. */
export const trail = (finder) => {
  let id;
  let shown = 0;
  let expected = null;
  let waiting;

  const rename = () => (id = Math.random().toString(36).slice(2));
  const entry = () => {
    const state = history.state;
    return (state && state[KEY]) || { at: {} };
  };
  const write = (method, index, by, depth) => {
    const at = Object.assign({}, entry().at, { [id]: index });
    history[method](Object.assign({}, history.state, { [KEY]: { at, by, depth } }), "");
  };
  const push = (index) => {
    const { at, by, depth } = entry();
    if (!(id in at)) write("replaceState", shown, by, depth);
    write("pushState", index, id, by === id ? depth + 1 : 1);
  };
  const restart = () => {
    const { by, depth } = entry();
    const old = id;
    rename();
    if (by === old) history.go(-depth);
  };
  const pop = (event) => {
    clearTimeout(waiting);
    waiting = 0;
    const entry = event.state && event.state[KEY];
    // An entry of the host's own, such as a jump within its page, says nothing about us.
    if (!entry || !finder()) return;
    const index = entry.at[id] || 0;
    if (index === shown) return;
    expected = index;
    finder().visit(index);
  };

  rename();
  addEventListener("popstate", pop);
  return {
    shown(index) {
      try {
        if (expected !== null) {
          if (index !== expected) write("replaceState", index, entry().by, entry().depth);
        } else if (!index && shown) {
          restart();
        } else if (index !== shown) {
          push(index);
        }
      } catch (error) {
        // A sandboxed frame has no history, and Safari allows 100 entries in 30 seconds: the
        // widget's own Back works without.
      }
      expected = null;
      shown = index;
    },
    back() {
      if (waiting) return true;
      try {
        const { at, by } = entry();
        if (by !== id || at[id] !== shown) return false;
        history.back();
      } catch (error) {
        return false;
      }
      // A frame shares its history with the page around it, which may have been what went back.
      waiting = setTimeout(() => {
        waiting = 0;
        if (finder()) finder().back();
      }, BACK_MS);
      return true;
    },
    end() {
      clearTimeout(waiting);
      removeEventListener("popstate", pop);
    },
  };
};
