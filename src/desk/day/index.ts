/**
 * Commands of the day: a new centre, a new record, the state of the set, the state of the machine.
 * May write new files into a content folder, never over one that is there.
 */

export { centreStatus, type NamedDeadline, type StatusOptions, type StatusReport } from "./centre-status.ts";
export { completionScript, SHELLS, type Shell } from "./completion-script.ts";
export { type ContentNames, contentNames, typeNames } from "./content-names.ts";

export { type DoctorOptions, type Examination, examine } from "./doctor.ts";
export { planOf } from "./fill-record.ts";
export {
  ANSWERS_SCHEMA,
  type InitOptions,
  type InitReport,
  initCentre,
  readAnswers,
  sampleAnswers,
} from "./init-centre.ts";
export { type NewRecord, type NewRecordOptions, newRecord } from "./new-record.ts";
export { completeSchemas } from "./public-schemas.ts";
export { recordForm } from "./record-form.ts";
export { listRecordTypes } from "./record-types.ts";
export { freeName, slug } from "./slug.ts";
export type { Answers } from "./starter-context.ts";
export { type DocumentState, peopleNames, type RequiredDocument } from "./status.ts";
