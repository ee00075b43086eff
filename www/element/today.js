/** The day of the device as `YYYY-MM-DD`, in the time zone of the device. */
export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};
