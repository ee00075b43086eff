/** Hides the whole page at once, while the browser loads the next page. */
export const hidePage = () => {
  document.documentElement.style.setProperty("display", "none", "important");
  // The browser may keep this page in memory. If the visitor comes back to it, the page loads again
  // without the visitor's answers.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
};

/** Shows one line of text instead of the page that `hidePage` has hidden. */
export const showOnly = (line) => {
  document.title = "";
  document.body.textContent = line;
  document.documentElement.style.removeProperty("display");
};
