import { setHtml } from "./dom.js";
import { ask } from "./worker-client.js";

/**
 * Returns the answers that the person has picked in the form. Their keys are the ids of the
 * questions.
 */
const readAnswers = (form) => {
  const answers = {};
  form.querySelectorAll("fieldset[data-question]").forEach((question) => {
    const picked = Array.from(question.querySelectorAll("input:checked"), ({ value }) => value);
    const isSingle = question.querySelector("input").type === "radio";
    if (picked.length) answers[question.dataset.question] = isSingle ? picked[0] : picked;
  });
  return answers;
};

/**
 * Clears the options that cannot be picked together with the new option, such as "None of these".
 */
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

/**
 * Prepares the walk-through of a pathway in `form`. Returns one function that draws it and one that
 * starts it again.
 */
export const prepareWalkthrough = (form) => {
  let lastTurn = 0;
  const draw = async (answers) => {
    const turn = ++lastTurn;
    let html;
    try {
      html = await ask("walk", JSON.stringify(answers));
    } catch (error) {
      if (turn !== lastTurn) return;
      // The new pathway may not accept the answers to the old one, so the form starts without
      // answers.
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
