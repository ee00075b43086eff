import { setHtml } from "./dom.js";
import { ask } from "./worker-client.js";

/** Returns the answers in the form, by question. */
const readAnswers = (form) => {
  const answers = {};
  form.querySelectorAll("fieldset[data-question]").forEach((question) => {
    const picked = Array.from(question.querySelectorAll("input:checked"), ({ value }) => value);
    const isSingle = question.querySelector("input").type === "radio";
    if (picked.length) answers[question.dataset.question] = isSingle ? picked[0] : picked;
  });
  return answers;
};

/** Clears the options that exclude the newly picked option. */
const clearExcluded = (input) => {
  if (input.type !== "checkbox" || !input.checked) return;
  const isExclusive = (option) => "exclusive" in option.dataset;
  input
    .closest("fieldset")
    .querySelectorAll("input:checked")
    .forEach((other) => {
      if (other !== input && (isExclusive(input) || isExclusive(other))) other.checked = false;
    });
};

/** Prepares the walk-through in `form`. Returns functions that draw and restart it. */
export const prepareWalkthrough = (form) => {
  let lastTurn = 0;
  const draw = async (answers) => {
    const turn = ++lastTurn;
    let html;
    try {
      html = await ask("walk", JSON.stringify(answers));
    } catch (error) {
      if (turn !== lastTurn) return;
      // The new pathway may not accept the old answers, so the form starts empty.
      if (Object.keys(answers).length) await draw({});
      else form.textContent = error.message;
      return;
    }
    if (turn !== lastTurn) return;
    const { name, value } = form.contains(document.activeElement) ? document.activeElement : {};
    setHtml(form, html);
    const inputs = Array.from(form.querySelectorAll("input"));
    const focused = inputs.find((input) => input.name === name && input.value === value);
    if (focused) focused.focus({ preventScroll: true });
  };
  form.addEventListener("change", ({ target }) => {
    clearExcluded(target);
    draw(readAnswers(form));
  });
  return { draw: () => draw(readAnswers(form)), restart: () => draw({}) };
};
