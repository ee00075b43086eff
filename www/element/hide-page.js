// Hides the page at once, whatever the next one takes to come.

export const cover = () => {
  document.documentElement.style.setProperty("display", "none", "important");
  // Brought back from the browser's memory, it begins anew.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
};
