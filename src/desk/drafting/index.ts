/**
 * Begins a centre and its records: from answers, from what the office has always written, as a form to fill in; completes what is typed.
 * May write new files into a content folder, never over one that is there; takes back a school year as it was begun.
 */
export { type BegunYear, beginYear } from "./begin-year.ts";
export { completionScript, SHELLS, type Shell } from "./completion-script.ts";
export { type ContentNames, contentNames, typeNames } from "./content-names.ts";
export { planOf } from "./fill-record.ts";
export {
  ANSWERS_SCHEMA,
  type InitOptions,
  type InitReport,
  initCentre,
  readAnswers,
  sampleAnswers,
  saveSampleAnswers,
} from "./init-centre.ts";
export { type NewRecord, type NewRecordOptions, newRecord } from "./new-record.ts";
export { completeSchemas, publicSchemas, writeSchemas } from "./public-schemas.ts";
export { recordForm } from "./record-form.ts";
export { listRecordTypes } from "./record-types.ts";
export { freeName, slug } from "./slug.ts";
export { type Answers, partsOfName, saysFounder } from "./starter-context.ts";
export { undoYear } from "./undo-year.ts";
export { sameDay } from "./year-days.ts";
