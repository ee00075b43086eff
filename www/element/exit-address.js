import { exit } from "../generated/crisis.json";

const MAX_CHARS = 2000;

/** Returns true if "Exit this page" may open this address. src/settings.rs has the same rule. */
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

/** Returns true if the widget shows the button "Exit this page". */
export const hasExit = (lifecycle) => attribute(lifecycle) !== "off";

/**
 * Returns the address that "Exit this page" opens before the pathway has loaded. It is the address
 * that the host page sets, or else the address in the built-in pathway.
 */
export const exitAddress = (lifecycle) => {
  const address = attribute(lifecycle);
  return isAddress(address) ? address : exit.address;
};
