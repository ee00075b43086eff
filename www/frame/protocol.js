// What a page and the frame in it say to each other. A frame says `hello`, what an element tells its
// page, and `leave`; a page says `hello` and `exit`. Anything else, from anyone else, is nothing.

const MAX_PX = 30000;
const MAX_STEPS = 10000;

const whole = (number, max) => Number.isInteger(number) && number >= 0 && number <= max;

// What must hold of the details of each message.
const DETAILS = {
  hello: () => true,
  exit: () => true,
  ready: () => true,
  end: () => true,
  step: ({ index }) => whole(index, MAX_STEPS),
  resize: ({ height }) => whole(height, MAX_PX),
  failed: ({ code }) => /^[a-z]{1,20}$/.test(code),
  leave: ({ address }) => /^https:\/\/[^\s]{1,2000}$/.test(address),
};

export const message = (name, detail) => ({ ppimhsFinder: 1, name, detail });

/** What `event` says, if it comes from this window and origin; else nothing. */
export const heard = (event, source, origin) => {
  const { data } = event;
  if (!source || event.source !== source || event.origin !== origin) return null;
  if (!data || data.ppimhsFinder !== 1 || !Object.keys(DETAILS).includes(data.name)) return null;
  const detail = data.detail || {};
  return DETAILS[data.name](detail) ? { name: data.name, detail } : null;
};
