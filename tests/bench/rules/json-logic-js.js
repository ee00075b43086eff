// Turns the rules of a pathway into rules for the library json-logic-js. This library has no named
// conditions. So this file writes the whole condition wherever a rule names one.

import logic from "json-logic-js";
import { outcomes, others, translate } from "./pathway.js";

export default (pathway) => {
  const named = new Map(pathway.conditions.map(({ id, when }) => [id, when]));
  const many = new Set(pathway.questions.filter(({ kind }) => kind === "many").map(({ id }) => id));
  const make = {
    named: (id) => translate(named.get(id), make),
    all: (parts) => ({ and: parts }),
    any: (parts) => ({ or: parts }),
    not: (part) => ({ "!": part }),
    answered: (question, options) =>
      many.has(question)
        ? { some: [{ var: question }, { in: [{ var: "" }, options] }] }
        : { in: [{ var: question }, options] },
  };
  const rules = pathway.rules.map(({ id, when }) => [id, translate(when, make)]);
  const tests = new Map(others(pathway).map((when) => [when, translate(when, make)]));
  return (answers) => {
    const fired = new Set(rules.filter(([, when]) => logic.apply(when, answers)).map(([id]) => id));
    return outcomes(pathway, fired, (when) => logic.apply(tests.get(when), answers));
  };
};
