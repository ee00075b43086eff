// Makes a journey by script, and returns the questions, the outcomes, the urgency, and the exact and
// the rounded height of each screen.
const [answers, done] = arguments;
const root = window.roots[window.roots.length - 1];
const q = (css) => root.querySelector(css);
const frame = () => new Promise((next) => requestAnimationFrame(next));
const until = async (look) => {
  for (;;) {
    const found = look();
    if (found) return found;
    await frame();
  }
};

/** Returns the height in the last event of the element. */
const rounded = () => {
  const events = window.seen.finder;
  let last = events.length - 1;
  while (!events[last].startsWith("resize")) last -= 1;
  return JSON.parse(events[last].slice("resize ".length)).height;
};

const walk = async () => {
  const heights = [];
  const told = [];
  const questions = [];
  const again = q("[data-action=restart]");
  if (again) again.click();
  (await until(() => q("[data-action=start]"))).click();
  for (;;) {
    const asked = () => q("[data-question]") && q("[data-question]").dataset.question;
    await until(() => q("[data-screen=result]") || (asked() && !questions.includes(asked())));
    // The element sends its rounded height one frame later.
    await frame();
    await frame();
    heights.push(root.host.getBoundingClientRect().height);
    told.push(rounded());
    if (q("[data-screen=result]")) break;
    questions.push(asked());
    [].concat(answers[asked()]).forEach((option) => q('input[value="' + option + '"]').click());
    q("[data-action=continue]").click();
  }
  const cards = [...root.querySelectorAll("[data-outcome]")];
  const outcomes = cards.map((card) => card.dataset.outcome);
  return { questions, outcomes, urgency: cards[0].dataset.urgency, heights, told };
};

walk().then(
  (journey) => done({ journey }),
  (error) => done({ error: String(error) })
);
