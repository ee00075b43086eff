import { exit } from "../generated/crisis.json";
import { hidePage, showOnly } from "./hide-page.js";

// How long a frame waits for the next page. Then it explains how to leave, because a sandbox can
// prevent the exit, and some browsers report no error.
const FRAME_LIMIT_MS = 300;
const PAGE_LIMIT_MS = 3000;

/** Replaces this page, and the page around a frame, by the page at `address`. */
export const exitPage = (lifecycle, address) => {
  // Only the script of frame.html can replace the page around the frame.
  const isPage = !lifecycle.exitFrame;
  hidePage();
  setTimeout(() => showOnly(exit.close), isPage ? PAGE_LIMIT_MS : FRAME_LIMIT_MS);
  try {
    if (isPage) location.replace(address);
    else lifecycle.exitFrame(address);
  } catch (error) {
    // The browser refuses the address, or does not let the frame leave.
    if (isPage) location.replace(exit.address);
  }
};
