// Waits until a condition is true in the page of a test. Its answer is `{ found }` when the
// condition is true. After 20 seconds its answer is `{ failed }`, with the messages in the console
// and the text on the screen. The condition may use the shadow roots in `roots`, the functions
// `root()` and `q(css)`, and the object `memory`, which stays until the end.
const done = arguments[arguments.length - 1];
let roots;
// A host may draw its page anew, and then only the newest element is on the page.
const root = () => roots[roots.shown] || roots.filter((one) => one.host.isConnected).pop() || roots[roots.length - 1];
const q = (css) => root() && root().querySelector(css);
const started = performance.now();
const memory = {};
(function look() {
  // While the page loads, the recorder may not have stored any shadow root yet.
  roots = window.roots || [];
  let found = null;
  try { found = CONDITION; } catch (error) { found = null; }
  if (found) return done({ found });
  if (performance.now() - started > 20000) return done({ failed: [window.seen && window.seen.console, (root() || document.body).textContent] });
  // A page that the browser has frozen may draw no frames for a while. So a timer evaluates the
  // condition as well.
  let looked = false;
  const again = () => { if (!looked) { looked = true; look(); } };
  requestAnimationFrame(again);
  setTimeout(again, 500);
})();
