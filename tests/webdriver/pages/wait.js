// Runs in a page under test: answers `{ found }` once the condition is truthy, and after 20 seconds
// `{ failed }` with the console and the text on screen. the condition may use `roots`, `root()`, `q(css)`
// and `memory`, an object that lives from one look to the next.
const done = arguments[arguments.length - 1];
let roots;
const root = () => roots[roots.shown === undefined ? roots.length - 1 : roots.shown];
const q = (css) => root() && root().querySelector(css);
const started = performance.now();
const memory = {};
(function look() {
  // A page that is still loading has no roots yet: its first script makes them.
  roots = window.roots || [];
  let found = null;
  try { found = CONDITION; } catch (error) { found = null; }
  if (found) return done({ found });
  if (performance.now() - started > 20000) return done({ failed: [window.seen && window.seen.console, (root() || document.body).textContent] });
  // A page that was frozen may get no frames for a while.
  let looked = false;
  const again = () => { if (!looked) { looked = true; look(); } };
  requestAnimationFrame(again);
  setTimeout(again, 500);
})();
