/** Returns the date of the device as `YYYY-MM-DD`, in its own time zone. */
export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};
