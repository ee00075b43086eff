import { today } from "../element/today.js";

/**
 * Returns the files of a pathway in the form that the worker of the review page needs. `trustName`
 * is the name of the trust file.
 */
export const createRequest = ([pathway, words, trust], trustName) => ({
  pathway,
  words,
  trust,
  trustName,
  today: today(),
});
