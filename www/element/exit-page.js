// "Exit this page" → another page in this one's place. Inside a frame the page around it must go.

import { cover } from "./hide-page.js";
import { leaveFrame } from "../frame/frame-child.js";

export const leave = (address) => {
  cover();
  if (parent === self) location.replace(address);
  else leaveFrame(address);
};
