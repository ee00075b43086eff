// A row of tabs → the one panel that shows, by mouse or by arrow keys, as ARIA's pattern for tabs has it.

import { at } from "./dom.js";

const AHEAD = { ArrowRight: 1, ArrowLeft: -1 };

/** Hands back what shows a tab by its place. `shown` is told of each that a person picks. */
export const tabs = (list, shown) => {
  const all = Array.from(list.querySelectorAll("[role=tab]"));
  const show = (place) => {
    all.forEach((tab, other) => {
      const here = other === place;
      tab.setAttribute("aria-selected", String(here));
      tab.tabIndex = here ? 0 : -1;
    });
    const panels = all.map((tab) => at(tab.getAttribute("aria-controls")));
    const panel = panels[place];
    panels.forEach((one) => (one.hidden = one !== panel));
    panel.setAttribute("aria-labelledby", all[place].id);
    shown(place);
  };
  all.forEach((tab, place) => {
    tab.addEventListener("click", () => show(place));
    tab.addEventListener("keydown", ({ key }) => {
      const ends = { Home: 0, End: all.length - 1 };
      const next = key in ends ? ends[key] : place + (AHEAD[key] || 0);
      if (next === place && !(key in ends)) return;
      const to = (next + all.length) % all.length;
      show(to);
      all[to].focus();
    });
  });
  return show;
};
