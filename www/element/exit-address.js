import { exit } from "../generated/crisis.json";

const MAX_CHARS = 2000;

/** Whether a text is an address that the exit may open: see src/settings.rs. */
const isAddress = (text) => {
  try {
    const { protocol, hostname, username, password } = new URL(text);
    const isSite = protocol === "https:" && hostname.includes(".") && !username && !password;
    return isSite && text.length <= MAX_CHARS;
  } catch (error) {
    return false;
  }
};

const attribute = (lifecycle) => (lifecycle.attribute("exit") || "").trim();

/** Whether the visitor can exit the page at once. */
export const hasExit = (lifecycle) => attribute(lifecycle) !== "off";

/** The address of the exit while the pathway is not loaded yet: the host's, or that of the build. */
export const exitAddress = (lifecycle) => {
  const address = attribute(lifecycle);
  return isAddress(address) ? address : exit.address;
};
