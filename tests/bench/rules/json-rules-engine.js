// Turns the rules of a pathway into rules for the library json-rules-engine. The library has named
// conditions of its own. This file adds an operator for questions with several answers. The
// conditions on the order of outcomes and on the area become rules too, so that one run of the
// library decides everything.

import { Engine } from "json-rules-engine";
import { outcomes, others, translate } from "./pathway.js";

const OTHER = "other ";

export default (pathway) => {
  const many = new Set(pathway.questions.filter(({ kind }) => kind === "many").map(({ id }) => id));
  const make = {
    named: (id) => ({ condition: id }),
    all: (all) => ({ all }),
    any: (any) => ({ any }),
    not: (not) => ({ not }),
    answered: (fact, value) => ({ fact, operator: many.has(fact) ? "holdsAnyOf" : "in", value }),
  };
  // The library accepts only a condition that begins with all, any, not or a name.
  const whole = (when) => {
    const made = translate(when, make);
    return made.fact ? { all: [made] } : made;
  };
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator("holdsAnyOf", (given, wanted) => !!given && given.some((one) => wanted.includes(one)));
  pathway.conditions.forEach(({ id, when }) => engine.setCondition(id, whole(when)));
  pathway.rules.forEach(({ id, when }) => engine.addRule({ conditions: whole(when), event: { type: id } }));
  const known = new Map(others(pathway).map((when, at) => [when, OTHER + at]));
  known.forEach((type, when) => engine.addRule({ conditions: whole(when), event: { type } }));
  return async (answers) => {
    const { events } = await engine.run(answers);
    const fired = new Set(events.map(({ type }) => type));
    return outcomes(pathway, fired, (when) => fired.has(known.get(when)));
  };
};
