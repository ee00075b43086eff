import { exit } from "../generated/crisis.json";

const MAX_CHARS = 2000;

/** Returns true if the exit may open this address. See src/settings.rs. */
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

/** Returns true if the page shows "Exit this page". */
export const hasExit = (lifecycle) => attribute(lifecycle) !== "off";

/**
 * Returns the address of the exit before the pathway loads: the address of the host page, or of the
 * build.
 */
export const exitAddress = (lifecycle) => {
  const address = attribute(lifecycle);
  return isAddress(address) ? address : exit.address;
};
