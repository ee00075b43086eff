import { exit } from "../generated/crisis.json";
import { hidePage, showOnly } from "./hide-page.js";

// After this time without another page, this page says how the visitor can leave. A sandbox may
// forbid a frame to leave, and some browsers do not say so.
const FRAME_LIMIT_MS = 300;
const PAGE_LIMIT_MS = 3000;

/** Puts the page at `address` in place of this one, and in place of the page around a frame. */
export const exitPage = (lifecycle, address) => {
  // Only frame.html knows how to leave the page around it.
  const isPage = !lifecycle.exitFrame;
  hidePage();
  setTimeout(() => showOnly(exit.close), isPage ? PAGE_LIMIT_MS : FRAME_LIMIT_MS);
  try {
    if (isPage) location.replace(address);
    else lifecycle.exitFrame(address);
  } catch (error) {
    // The browser refuses the address, or forbids the frame to leave.
    if (isPage) location.replace(exit.address);
  }
};
