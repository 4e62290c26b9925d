/**
 * What is true of the paperwork on a date: records as a document of that date sees them (views), who heads and who is employed, the day and the
 * number of a document, the next free number of a series, what is revoked or required, the term of an activity, working days.
 * Everything else asks this room; it touches no disk and no clock, and knows no kind by name.
 */
export { activityForms } from "./activity-forms.ts";
export { type ActivityPeriod, activityPeriod } from "./activity-period.ts";
export { asOf } from "./as-of.ts";
export { computedNames, type Declinable } from "./computed-properties.ts";
export { dayOfSchoolYear, daysBetween, isYearEdge, schoolYearOf } from "./days.ts";
export { documentAuthor, documentDate, documentNumber, NO_DATE } from "./document-date.ts";
export { founderInName, founderOf, isPreschool } from "./founder.ts";
export {
  amendmentsOf,
  endedOn,
  lastDayOf,
  prolongedOn,
  revocationsOf,
  revokedOn,
  suspensionsOf,
  termOf,
} from "./in-force.ts";
export { isRestricted } from "./is-restricted.ts";
export { type Case, casesOf, caseTitle, nomenclatureOf } from "./nomenclature.ts";
export { formatNumber, isUnassigned, parseNumber } from "./number.ts";
export {
  documentNumbers,
  indexKey,
  issuedNumbers,
  missingNumbers,
  nextFree,
  numberKey,
  outsideNumbers,
  seriesKey,
  type TakenNumber,
  takenNumbers,
} from "./number-series.ts";
export { covers, overlap } from "./period.ts";
export { headedBy, headOn, isEmployed, isHead, organisationName } from "./posts.ts";
export {
  baseSchoolsOn,
  type DocumentState,
  dueDay,
  type RequiredAnswer,
  type Requirement,
  requiredDocuments,
} from "./required-documents.ts";
export { type UnconfirmedRecord, unconfirmedOf } from "./unconfirmed.ts";
export { valueAt } from "./value-at.ts";
export { RECORD_OF, type View, ViewError, type Views, type Withholding } from "./view.ts";
export { createViews } from "./views.ts";
export { calendarOf, WorkCalendar } from "./work-calendar.ts";
