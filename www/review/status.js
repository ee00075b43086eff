// Shows the status line of the review page.

import { byId } from "./dom.js";

let status = ["", false];

const write = (text, isError) => {
  byId("status").textContent = text;
  byId("status").classList.toggle("error", !!isError);
};

/** Shows what the page is doing with the open files, or what it has found. */
export const showStatus = (text, isError) => {
  status = [text, isError];
  write(text, isError);
};

/** Shows that a view did not load. */
export const showViewError = (text) => write(text, true);

/** Shows the status of the open files again, after a view has loaded. */
export const hideViewError = () => write(...status);

/** Shows which of the files that a person chose or dropped did not open, and why. */
export const showNotOpened = (text) => {
  byId("not-opened").textContent = text;
  byId("not-opened").hidden = !text;
};
