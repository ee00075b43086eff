// Connects the tabs of the review page with their panels.

import { byId } from "./dom.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Makes a row of tabs work with the mouse and the arrow keys, as the ARIA pattern for tabs
 * requires.
 * @param {HTMLElement} list the element with the tabs
 * @param {(index: number) => void} onShow is called with the index of the tab that opens
 * @returns {(index: number) => void} a function that opens a tab
 */
export const addTabs = (list, onShow) => {
  const tabs = Array.from(list.querySelectorAll("[role=tab]"));
  const panels = tabs.map((tab) => byId(tab.getAttribute("aria-controls")));
  const show = (index) => {
    tabs.forEach((tab, other) => {
      tab.setAttribute("aria-selected", String(other === index));
      tab.tabIndex = other === index ? 0 : -1;
    });
    // Several tabs may show the same panel.
    panels.forEach((panel) => (panel.hidden = panel !== panels[index]));
    panels[index].setAttribute("aria-labelledby", tabs[index].id);
    onShow(index);
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => show(index));
    tab.addEventListener("keydown", ({ key }) => {
      const targets = { Home: 0, End: tabs.length - 1 };
      const target = key in targets ? targets[key] : index + (STEPS[key] || 0);
      if (target === index && !(key in targets)) return;
      const next = (target + tabs.length) % tabs.length;
      show(next);
      tabs[next].focus();
    });
  });
  return show;
};
