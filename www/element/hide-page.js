/** Hides the page at once, before the next page loads. */
export const hidePage = () => {
  document.documentElement.style.setProperty("display", "none", "important");
  // The browser may keep this page in memory. When it shows the page again, the page reloads.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
};

/** Shows one line instead of a hidden page. */
export const showOnly = (line) => {
  document.title = "";
  document.body.textContent = line;
  document.documentElement.style.removeProperty("display");
};
