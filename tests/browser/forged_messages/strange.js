// Creates invalid messages from a fixed seed, so every run sends the same messages. A message is a
// random value, or a valid message with one wrong part.
const NUMBERS = [0, 1, -1, 2, 1.5, 199, 30000, 30001, 1e308, NaN, Infinity, -0];
const NAMES = ["hello", "ready", "failed", "step", "end", "resize", "leave", "exit", "Hello", "__proto__", "constructor", "toString", ""];
const KEYS = ["ppimhsFinder", "name", "detail", "index", "height", "code", "address", "__proto__", "length", "then", "x"];
const WORDS = ["", "1", "page", "https://example.org/", "javascript:alert(1)", "data:text/html,x", "../plain.html", "é".repeat(50), "x".repeat(5000)];

/** Returns a function that gives random numbers from 0 to 1, by the method mulberry32. */
const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/**
 * Returns `count` random messages. Each consists of values that a message between windows can
 * contain.
 */
export const strange = (seed, count) => {
  const roll = dice(seed);
  const one = (list) => list[Math.floor(roll() * list.length)];
  const list = (make) => Array.from({ length: Math.floor(roll() * 4) }, make);
  const flat = [
    () => one(NUMBERS), () => one(WORDS), () => one(NAMES), () => null, () => undefined, () => true, () => false,
    () => BigInt(Math.floor(roll() * 1e9)), () => new Date(roll() * 1e13), () => new Uint8Array(8), () => new Error("x"),
  ];
  const deep = (depth) => {
    if (depth === 0 || roll() < 0.4) return one(flat)();
    if (roll() < 0.2) return list(() => deep(depth - 1));
    if (roll() < 0.2) return new Map(list(() => [one(KEYS), deep(depth - 1)]));
    return Object.fromEntries(list(() => [one(KEYS), deep(depth - 1)]));
  };
  const detail = () => one([
    () => ({ index: one(NUMBERS) }), () => ({ height: one(NUMBERS) }), () => ({ code: one(WORDS) }),
    () => ({ address: one(WORDS) }), () => undefined, () => deep(2),
  ])();
  const ours = () => ({ ppimhsFinder: roll() < 0.8 ? 1 : deep(1), name: roll() < 0.9 ? one(NAMES) : deep(1), detail: detail() });
  return Array.from({ length: count }, () => (roll() < 0.5 ? ours() : deep(3)));
};

/** Returns true if a frame of the widget accepts this message from the page around it. */
export const isMeant = (message) =>
  !!message && message.ppimhsFinder === 1 && ["hello", "exit"].includes(message.name);
