// Turns the rules that fire into outcomes in display order, in the same way for every rule engine.
// Only the test of a condition differs from engine to engine.

/**
 * Returns the outcomes of the rules that fired. The function `test` returns true if a condition
 * holds.
 */
export const outcomes = (pathway, fired, test) => {
  const { rules, last_resort: resort, local, order } = pathway;
  const holds = (when) => when === undefined || test(when);
  const firing = rules.filter((rule) => fired.has(rule.id));
  const stopped = firing.some((rule) => rule.stop);
  const counted = firing.filter((rule) => !!rule.stop === stopped);
  const given = new Set(counted.flatMap((rule) => rule.outcomes));
  if (!stopped && [...given].every((outcome) => resort.beside.includes(outcome))) {
    resort.outcomes.forEach((outcome) => given.add(outcome));
  }
  const shown = [];
  for (const place of order) {
    const { id, when } = typeof place === "string" ? { id: place } : place;
    if (given.has(id) && holds(when)) {
      given.delete(id);
      shown.push(id);
    }
  }
  const first = shown.findIndex((id) => local.outcomes.includes(id));
  if (first < 0) return shown;
  const outside = holds(local.outside);
  if (!outside && !holds(local.unknown)) return shown;
  shown.splice(first, 0, local.instead);
  return outside ? shown.filter((id) => !local.outcomes.includes(id)) : shown;
};

/** Returns the conditions of a pathway that do not belong to a rule. */
export const others = ({ order, local }) => [
  ...order.filter((place) => place.when !== undefined).map((place) => place.when),
  local.outside,
  local.unknown,
];

/**
 * Translates a condition of a pathway for a rule engine. `make` has one function for each form of a
 * condition.
 */
export const translate = (when, make) => {
  const parts = (list) => list.map((part) => translate(part, make));
  if (typeof when === "string") return make.named(when);
  if (when.all) return make.all(parts(when.all));
  if (when.any) return make.any(parts(when.any));
  if (when.not !== undefined) return make.not(translate(when.not, make));
  const [[question, options]] = Object.entries(when);
  return make.answered(question, [options].flat());
};
