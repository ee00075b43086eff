// "Exit this page" → another page in this one's place. Inside a frame the page around it must go.

import { cover } from "./cover.js";
import { leaveFrame } from "./inside.js";

export const leave = (address) => {
  cover();
  if (parent === self) location.replace(address);
  else leaveFrame(address);
};
