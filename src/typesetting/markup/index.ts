/**
 * Templates to trees: Handlebars yields Markdown with directives, which is parsed into the document tree.
 * Reads no files and knows no Russian by itself: grammar comes from the language room.
 */

export { Engine } from "./engine.ts";

export { createLexicon } from "./lexicon.ts";
export { type Budget, Meter, USUAL } from "./meter.ts";
export { onePerWord, type QuestionStyle } from "./questions.ts";
export { type RenderJob, renderDocument, renderText } from "./render-document.ts";
export { NAMES as DIRECTIVES } from "./requisites.ts";
export type { ReadPath } from "./rewrite-template.ts";
export { misspeltName } from "./scope.ts";
export { typesetModel } from "./typeset-model.ts";
