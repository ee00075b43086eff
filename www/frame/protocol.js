// The messages between a page and the frame in it. A frame sends `hello`, the events of the element
// and `leave`; a page sends `hello` with the settings of the frame, and `exit`. Both ignore every
// other message.

const MAX_PX = 30000;
const MAX_STEPS = 10000;

/** The settings that a page sends with its greeting. */
export const SETTINGS = ["pathway", "trust", "exit"];

const isWhole = (number, max) => Number.isInteger(number) && number >= 0 && number <= max;

/** Whether a text can be the value of a setting. */
export const isSetting = (text) => /^\S{1,2000}$/.test(text);

/** The messages, each with a check of its details. */
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

/** The message in `event`, or null if it is not valid or not from this window and origin. */
export const decodeMessage = (event, source, origin) => {
  const { data } = event;
  if (!source || event.source !== source || event.origin !== origin) return null;
  if (!data || data.ppimhsFinder !== 1 || !Object.keys(CHECKS).includes(data.name)) return null;
  const detail = data.detail || {};
  return CHECKS[data.name](detail) ? { name: data.name, detail } : null;
};
