// The device's clock → its day as YYYY-MM-DD, where the device stands.

export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};
