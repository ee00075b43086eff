import { exitFrame } from "../frame/frame-child.js";
import { hidePage } from "./hide-page.js";

/** Puts the page at `address` in place of this one, and in place of the page around a frame. */
export const exitPage = (address) => {
  hidePage();
  if (parent === self) location.replace(address);
  else exitFrame(address);
};
