/**
 * Commands of the day: a new centre, a new record, the state of the set, the state of the machine.
 * May write new files into a content folder, never over one that is there.
 */
export {
  ANSWERS_SCHEMA,
  type InitOptions,
  type InitReport,
  initCentre,
  readAnswers,
  sampleAnswers,
} from "./init-centre.ts";
export { type NewRecord, type NewRecordOptions, newRecord } from "./new-record.ts";
export { recordTypes } from "./record-types.ts";
export type { Answers } from "./starter-context.ts";
