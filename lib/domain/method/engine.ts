/** The method engine: one interpreter for all methods, which are data. */
export { validateAnswers, type AnswerProblem } from "./answers";
export { checkMethod } from "./check";
export { evaluate } from "./evaluate";
