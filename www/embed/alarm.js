// A panic in the widget, or a fault below Rust's own such as no memory, → a word to every life that
// it ends. After it the module is dead: none of its functions may be called again.

const OURS = /ppimhs_finder|wasm:\/\//;

let silent = false;
let lives = [];

export const dead = () => silent;

/** Tells `die` when the module dies; gives back what ends that. */
export const watch = (die) => {
  lives.push(die);
  return () => (lives = lives.filter((one) => one !== die));
};

export const raise = (detail) => {
  silent = true;
  lives.forEach((die) => die(detail));
};

const overhear = (error, file) => {
  if (lives.length && error && OURS.test([error.stack, file].join())) raise(String(error));
};

// Before any listener of the host's, which may keep an error to itself.
addEventListener("error", (event) => overhear(event.error, event.filename), true);
addEventListener("unhandledrejection", (event) => overhear(event.reason), true);
