import { today } from "../element/today.js";

/** The files of a pathway as the worker reads them. `trustName` is the name of the trust file. */
export const createRequest = ([pathway, words, trust], trustName) => ({
  pathway,
  words,
  trust,
  trustName,
  today: today(),
});
