// Draws the link of snippet A beside other elements. React removes the link, and puts another in its
// place. An error of React would leave the whole application empty.
window.learned = [];
(() => {
  const { createElement, useState } = React;
  const href = location.origin + "/finder/plain.html";
  const link = (key) =>
    createElement("a", { key, className: "ppimhs-finder", href }, "Find help in pregnancy or after having a baby");
  let show;
  const App = () => {
    const [shown, set] = useState("first");
    show = set;
    return createElement("div", null, createElement("p", null, shown), shown === "none" ? null : link(shown));
  };
  ReactDOM.createRoot(document.getElementById("app")).render(createElement(App));

  const onFirst = () => {
    show("none");
    setTimeout(() => {
      if (document.querySelector("ppimhs-finder")) window.learned.push("the element stays without its link");
      // The test looks at the element that is on the page.
      window.roots.length = 0;
      show("second");
    }, 50);
  };
  let readies = 0;
  document.addEventListener("ppimhs-finder-ready", () => {
    readies += 1;
    if (readies === 1) onFirst();
    else delete document.body.dataset.busy;
  });
})();
