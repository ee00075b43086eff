import { exit } from "../generated/crisis.json";
import { hidePage, showOnly } from "./hide-page.js";

// How long the visitor waits for the next page after "Exit this page", in a frame or on a page.
// After this time, the page explains how to leave. A sandbox can prevent the exit of a frame, and
// some browsers then report no error.
const FRAME_LIMIT_MS = 300;
const PAGE_LIMIT_MS = 3000;

/**
 * Leaves the page: the browser replaces it by the page at `address`. In a frame, the browser also
 * replaces the page around the frame.
 */
export const exitPage = (lifecycle, address) => {
  // `lifecycle.exitFrame` replaces the page around a frame. Only frame.html sets this function.
  const isPage = !lifecycle.exitFrame;
  hidePage();
  setTimeout(() => showOnly(exit.close), isPage ? PAGE_LIMIT_MS : FRAME_LIMIT_MS);
  try {
    if (isPage) location.replace(address);
    else lifecycle.exitFrame(address);
  } catch (error) {
    // The browser refuses the address, or does not let the frame replace the page around it.
    if (isPage) location.replace(exit.address);
  }
};
