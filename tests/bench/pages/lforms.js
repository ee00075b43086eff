// Builds a form of the library LHC-Forms from the questions of the other measured pages. Such a
// form has no pages: a question appears as soon as the question before it has an answer.
(() => {
  const item = ({ id, many, title, hints, options }, at, all) => {
    const before = all[at - 1];
    const asked = before && {
      skipLogic: { action: "show", conditions: [{ source: before.id, trigger: { value: { code: before.answer } } }], logic: "ALL" },
    };
    return {
      questionCode: id,
      linkId: id,
      question: title,
      dataType: "CODING",
      answerCardinality: { min: "1", max: many ? "*" : "1" },
      answers: options.map(({ id: code, label }) => ({ code, text: label })),
      codingInstructions: hints.join(" "),
      displayControl: { answerLayout: { type: "RADIO_CHECKBOX", columns: "1" } },
      ...asked,
    };
  };
  const form = { code: "journey", name: "Find help", type: "LHC-Forms", template: "table", items: window.journey.map(item) };
  LForms.Util.addFormToPage(form, "place");
})();
