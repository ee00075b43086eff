/** Returns the present date in the time zone of the visitor's device, as `YYYY-MM-DD`. */
export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};
