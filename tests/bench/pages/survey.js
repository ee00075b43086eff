// Builds a survey of the library SurveyJS from the questions of the other measured pages, with one
// question on each page.
(() => {
  const choices = (options) =>
    options.map(({ id, label, hint }) => ({ value: id, text: hint ? `${label} (${hint})` : label }));
  const element = ({ id, many, title, hints, options }) => ({
    type: many ? "checkbox" : "radiogroup",
    name: id,
    title,
    description: hints.join(" "),
    choices: choices(options),
    isRequired: true,
  });
  const pages = window.journey.map((question) => ({ name: question.id, elements: [element(question)] }));
  const survey = new Survey.Model({ pages, pageNextText: "Continue", pagePrevText: "Back" });
  survey.render(document.getElementById("place"));
})();
