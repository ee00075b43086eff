// Collects data about a screen of the widget. `root` is the shadow root of the widget, and `q`
// finds an element in it by a CSS selector.

/** Styles with the text spacing of WCAG 1.4.12. */
const SPACED =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
/** Styles with text of double size, as WCAG 1.4.4 demands. */
const LARGE = ":host > * { --rem: 32px !important }";

const visible = (css) => [...root.querySelectorAll(css)].filter((part) => part.checkVisibility());
const described = (part) => `${part.nodeName} ${part.className}: ${part.textContent}`;

const levels = () => visible("h1, h2, h3, h4, h5, h6").map(({ nodeName }) => Number(nodeName[1]));

/**
 * Returns the elements of the screen that are too large for the window. `Fit` in screen_data.rs
 * has the same fields.
 */
const fit = () => {
  const parts = visible("*").filter((part) => !part.closest(".nhsuk-u-visually-hidden, iframe"));
  const cut = parts.filter((part) => {
    const style = getComputedStyle(part);
    const shuts = (axis) => style["overflow" + axis] !== "visible";
    return (
      (shuts("X") && part.scrollWidth > part.clientWidth + 1) ||
      (shuts("Y") && part.scrollHeight > part.clientHeight + 1)
    );
  });
  const step = q(".finder-step").getBoundingClientRect();
  const outside = parts.filter((part) => {
    const box = part.getBoundingClientRect();
    const isIn = part.closest(".finder-step") && part !== q(".finder-step");
    return isIn && box.width > 0 && (box.left < step.left - 1 || box.right > step.right + 1);
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return { cut: cut.map(described), outside: outside.map(described), sideways: scrollWidth - clientWidth };
};

/**
 * Returns the elements of the screen that are too large for the window when these styles are added
 * to the widget.
 */
const fitWith = (css) => {
  const style = document.createElement("style");
  style.textContent = css;
  root.append(style);
  const found = fit();
  style.remove();
  return found;
};

const inLargeText = () => fitWith(LARGE);

const rightToLeft = () => {
  const step = q(".finder-step");
  step.dir = "rtl";
  const right_to_left = fit();
  const misplaced = [...root.querySelectorAll("form input")].filter((input) => {
    const range = document.createRange();
    range.selectNodeContents(q(`label[for="${input.id}"]`));
    return input.getBoundingClientRect().left < range.getBoundingClientRect().right - 8;
  });
  step.dir = "ltr";
  return { right_to_left, misplaced_fields: misplaced.map(({ value }) => value) };
};

const smallControls = () => {
  const controls = visible("a, button, summary, label");
  const sized = controls.map((part) => [part, part.getBoundingClientRect()]);
  const small = sized.filter(([, box]) => box.height < 43.5 || box.width < 24);
  return small.map(([part, box]) => `${described(part)} ${box.height}`);
};

/**
 * Returns the layout of the screen in this window. `Layout` in screen_data.rs has the same fields.
 */
const layout = () => {
  const help = q("[data-crisis]");
  const after = help.nextElementSibling;
  return {
    plain: fit(),
    spaced: fitWith(SPACED),
    large: [inLargeText()],
    ...rightToLeft(),
    small_controls: smallControls(),
    help: [...q(".finder-step").children].indexOf(help),
    after_help: after.nodeName + (after.dataset.outcome ? " outcome" : ""),
  };
};

const continueInReach = () => {
  q(".finder-step").scrollIntoView({ block: "end" });
  const box = q("[data-action=continue]").getBoundingClientRect();
  return box.top > innerHeight / 2 && box.bottom <= innerHeight && box.width > innerWidth * 0.8;
};
