// Waits for a condition in a page under test. Answers `{ found }` when the condition is true, or
// after 20 seconds `{ failed }` with the console messages and the text on the screen. The condition
// may use `roots`, `root()`, `q(css)`, and the object `memory`, which stays until the end.
const done = arguments[arguments.length - 1];
let roots;
const root = () => roots[roots.shown === undefined ? roots.length - 1 : roots.shown];
const q = (css) => root() && root().querySelector(css);
const started = performance.now();
const memory = {};
(function look() {
  // While the page loads, it may have no roots yet.
  roots = window.roots || [];
  let found = null;
  try { found = CONDITION; } catch (error) { found = null; }
  if (found) return done({ found });
  if (performance.now() - started > 20000) return done({ failed: [window.seen && window.seen.console, (root() || document.body).textContent] });
  // A page that was frozen may draw no frames for a while, so a timer checks as well.
  let looked = false;
  const again = () => { if (!looked) { looked = true; look(); } };
  requestAnimationFrame(again);
  setTimeout(again, 500);
})();
