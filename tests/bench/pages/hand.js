// Shows the questions of the other measured pages, with code that a developer would write by hand
// for these questions alone.
(() => {
  const place = document.getElementById("place");
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const option = ({ id, many }, { id: value, label, hint }, at) => {
    const name = `${id}-${at}`;
    const input = make("input", { type: many ? "checkbox" : "radio", name: id, value, id: name });
    const text = make("label", { htmlFor: name }, label);
    return make("div", { className: "option" }, input, text, ...(hint ? [make("p", {}, hint)] : []));
  };
  const show = (at) => {
    const question = window.journey[at];
    const heading = make("h2", { tabIndex: -1 }, question.title);
    const legend = make("legend", {}, heading);
    const hints = question.hints.map((hint) => make("p", {}, hint));
    const options = question.options.map((one, number) => option(question, one, number));
    const form = make("form", {}, make("fieldset", {}, legend, ...hints, ...options), make("button", {}, "Continue"));
    form.dataset.question = question.id;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.querySelector(":checked")) show(at + 1);
    });
    place.replaceChildren(form);
    if (at) heading.focus();
  };
  show(0);
})();
