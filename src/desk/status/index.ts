/** What there is and what is missing: the state of a set on a day with its deadlines, and the state of the machine and the project. */
export { centreStatus, type NamedDeadline, type StatusOptions, type StatusReport } from "./centre-status.ts";
export { type DoctorOptions, type Examination, examine } from "./doctor.ts";
export { peopleNames } from "./people-names.ts";
export type { RequiredDocument } from "./set-status.ts";
