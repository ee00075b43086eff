// What Tab leads to may stand half below the edge, and some browsers leave it there → all of it in sight.

// Who does not know how to scroll the least would scroll it to the top.
const knows = "scrollBehavior" in document.documentElement.style;

export const keepInSight = (place) =>
  place.addEventListener("keyup", ({ key, target }) => {
    if (knows && key === "Tab") target.scrollIntoView({ block: "nearest" });
  });
