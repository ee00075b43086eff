/** Hides the page at once, before the next page arrives. */
export const hidePage = () => {
  document.documentElement.style.setProperty("display", "none", "important");
  // A page that the browser restores from memory loads again.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
};

/** Shows one line in place of a hidden page. */
export const showOnly = (line) => {
  document.title = "";
  document.body.textContent = line;
  document.documentElement.style.removeProperty("display");
};
