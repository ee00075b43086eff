// Finds the address that "Exit this page" opens.

import { exit } from "../generated/crisis.json";

const MAX_CHARS = 300;
// The rule of src/pathway/model/web_address.rs: a plain host, without a user and without a port.
const ADDRESS =
  /^https:\/\/((?!..--)[a-z\d]([a-z\d-]*[a-z\d])?\.)+(?!..--)[a-z]([a-z\d-]*[a-z\d])?([/?#][!-[\]-~]*)?$/i;

/** Returns true if "Exit this page" may open this address. */
const isAddress = (text) => ADDRESS.test(text) && text.length <= MAX_CHARS;

const attribute = (lifecycle) => (lifecycle.attribute("exit") || "").trim();

/** Returns true if the widget shows the button "Exit this page". */
export const hasExit = (lifecycle) => attribute(lifecycle) !== "off";

/**
 * Returns the address that "Exit this page" opens before the pathway has loaded. It is the address
 * that the host page sets, or that of its trust file, or else the address in the built-in pathway.
 */
export const exitAddress = (lifecycle) =>
  [attribute(lifecycle), lifecycle.trustExit].find(isAddress) || exit.address;
