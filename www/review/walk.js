// Answers on the page → what the core makes of them: the questions so far, and which rules hold and why.

import { ask } from "./worker-client.js";
import { fill } from "./dom.js";

/** The answers that stand in `place`, by question. */
const answered = (place) => {
  const answers = {};
  place.querySelectorAll("fieldset[data-question]").forEach((question) => {
    const picked = Array.from(question.querySelectorAll("input:checked"), ({ value }) => value);
    const [first] = question.querySelectorAll("input");
    if (picked.length) answers[question.dataset.question] = first.type === "radio" ? picked[0] : picked;
  });
  return answers;
};

/** Picking "none of these" unpicks the rest, and the other way round. */
const exclude = (input) => {
  if (input.type !== "checkbox" || !input.checked) return;
  const alone = "exclusive" in input.dataset;
  input
    .closest("fieldset")
    .querySelectorAll("input:checked")
    .forEach((other) => {
      if (other !== input && (alone || "exclusive" in other.dataset)) other.checked = false;
    });
};

/** Walks in `place`; hands back what draws it anew for another pathway, and what begins again. */
export const walk = (place) => {
  let turn = 0;
  const draw = async (answers) => {
    const mine = ++turn;
    let html;
    try {
      html = await ask("walk", JSON.stringify(answers));
    } catch (error) {
      // Another pathway may not know an answer that was given to the one before.
      if (mine === turn && Object.keys(answers).length) await draw({});
      else if (mine === turn) place.textContent = error.message;
      return;
    }
    if (mine !== turn) return;
    const { name, value } = place.contains(document.activeElement) ? document.activeElement : {};
    fill(place, html);
    const same = Array.from(place.querySelectorAll("input")).find((one) => one.name === name && one.value === value);
    if (same) same.focus({ preventScroll: true });
  };
  place.addEventListener("change", ({ target }) => {
    exclude(target);
    draw(answered(place));
  });
  return { draw: () => draw(answered(place)), again: () => draw({}) };
};
