// The messages between a page and a frame. A frame sends `hello`, the events of the element, and
// `leave`. A page sends `hello` with the settings, and `exit`. Both ignore all other messages.

const MAX_PX = 30000;
const MAX_STEPS = 10000;

/** The settings that a page sends with its greeting. */
export const SETTINGS = ["pathway", "trust", "exit"];

const isWhole = (number, max) => Number.isInteger(number) && number >= 0 && number <= max;

/** Returns true if the text can be the value of a setting. */
export const isSetting = (text) => /^\S{1,2000}$/.test(text);

/** The messages, each with a function that checks its details. */
const CHECKS = {
  hello: (detail) => SETTINGS.every((name) => detail[name] === undefined || isSetting(detail[name])),
  exit: () => true,
  ready: () => true,
  end: () => true,
  step: ({ index }) => isWhole(index, MAX_STEPS),
  resize: ({ height }) => isWhole(height, MAX_PX),
  failed: ({ code }) => /^[a-z]{1,20}$/.test(code),
  leave: ({ address }) => /^https:\/\/[^\s]{1,2000}$/.test(address),
};

export const encodeMessage = (name, detail) => ({ ppimhsFinder: 1, name, detail });

/**
 * Returns the message in `event`, or null if it is invalid or comes from another window or origin.
 */
export const decodeMessage = (event, source, origin) => {
  const { data } = event;
  if (!source || event.source !== source || event.origin !== origin) return null;
  if (!data || data.ppimhsFinder !== 1 || !Object.keys(CHECKS).includes(data.name)) return null;
  const detail = data.detail || {};
  return CHECKS[data.name](detail) ? { name: data.name, detail } : null;
};
