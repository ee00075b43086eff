// The messages between a frame and the page around it. The frame sends `hello`, the events of the
// element, and `leave`. The page sends `hello` with the settings, and `exit`. The frame and the
// page ignore all other messages.

const MAX_PX = 30000;
const MAX_STEPS = 10000;

/** The names of the settings that the page around a frame sends with its greeting. */
export const SETTINGS = ["pathway", "trust", "exit"];

const isWhole = (number, max) => Number.isInteger(number) && number >= 0 && number <= max;

/**
 * Returns true if this text is a valid value of a setting: 1 to 2,000 characters without a space.
 */
export const isSetting = (text) => /^\S{1,2000}$/.test(text);

/**
 * For each name of a message, a function that returns true if the details of the message are valid.
 */
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
 * Returns the message in the event. Returns null if the message is invalid, or comes from another
 * window or another origin.
 */
export const decodeMessage = (event, source, origin) => {
  const { data } = event;
  if (!source || event.source !== source || event.origin !== origin) return null;
  if (!data || data.ppimhsFinder !== 1 || !Object.keys(CHECKS).includes(data.name)) return null;
  const detail = data.detail || {};
  return CHECKS[data.name](detail) ? { name: data.name, detail } : null;
};
