// A page that learns to swallow clicks after the widget looked: pressed and let go on one control,
// without a click to follow. Before the first click that arrives, nothing is lost by starting anew.

const CLICK_MS = 400;
const CONTROL = "button, label, input, summary, a";

/** Calls `deaf` once, if the first presses on a control bring no click. */
export const watchClicks = (life, deaf) => {
  const { root } = life;
  let pressed, timer;
  const control = (event) => event.target.closest(CONTROL);
  const down = (event) => (pressed = { control: control(event), at: event.timeStamp });
  const up = (event) => {
    const held = pressed && event.timeStamp - pressed.at;
    // A long press is a question about a link, and a drag has second thoughts.
    if (!pressed || !pressed.control || pressed.control !== control(event) || held > CLICK_MS) return;
    timer = setTimeout(() => {
      end();
      deaf();
    }, CLICK_MS);
  };
  const end = () => {
    clearTimeout(timer);
    root.removeEventListener("pointerdown", down, true);
    root.removeEventListener("pointerup", up, true);
    root.removeEventListener("click", end, true);
  };
  root.addEventListener("pointerdown", down, true);
  root.addEventListener("pointerup", up, true);
  root.addEventListener("click", end, true);
  life.ends.push(end);
};
