/**
 * Russian for documents: cases with a stated confidence, agreement, numerals, dates, typography.
 * Forms that depend on a word of the records come as `Declined`; forms made of digits alone leave no doubt and come as text
 * (`inflect` gives every kind as `Declined`). Knows nothing of records and templates; may import what base knows of texts and days.
 */
export { agreed, shortForm } from "./agree.ts";
export { casesAfter, casesOf, isWrongAfter } from "./case-after.ts";
export { collective } from "./collective.ts";
export { counted, phraseByNumber } from "./counted.ts";
export { contractDate, dateInWords, dayAndMonth, monthName, verbalDate } from "./dates.ts";
export { type BatchReport, declineBatch } from "./decline-batch.ts";
export { type DeclinedText, type DeclineKind, declineText, type Piece, piecesOf } from "./decline-text.ts";
export { isDictionaryOpen, nameReading, sortOfForm } from "./dictionary.ts";
export { genderOfName, nounOfName } from "./gender-of-name.ts";
export { genderEvidence, genderOfPerson, likelyGender } from "./gender-of-person.ts";
export { hyphenate } from "./hyphenate.ts";
export { type InflectionRequest, inflect } from "./inflect.ts";
export { initialsAfter, initialsBefore } from "./initials.ts";
export { glueOf, keepTogether, softenGlue } from "./keep-together.ts";
export { slipsOf } from "./known-words.ts";
export { mentionAt, mentions } from "./mentions.ts";
export { moneyInWords } from "./money.ts";
export { DECLINE, declinePhrase, declinePosition } from "./named-things.ts";
export { cardinal, countForm, formatNumber } from "./numbers.ts";
export { ordinal } from "./ordinals.ts";
export { type Address, addressesIn, addressesWithin, leastParts, type PartingPlace, partingPlaces } from "./parting.ts";
export { declinePerson, declinePersonParts, declineSurname } from "./people.ts";
export { isPlausible } from "./plausible.ts";
export { preposition } from "./prepositions.ts";
export { proposedForms } from "./proposed-forms.ts";
export { readTerm, withWords } from "./read-term.ts";
export { type FormRow, requestOf } from "./sample-rows.ts";
export { halfYearName, type SchoolYear, schoolYearLabel, schoolYearName } from "./school-terms.ts";
export { sentenceEnd, withoutStop } from "./sentence-end.ts";
export { monthYear, type Term, termWords } from "./term-words.ts";
export {
  CASE_NAMES,
  CASES,
  type CaseForms,
  type Declined,
  type Gender,
  type GrammaticalCase,
  type GrammaticalNumber,
  OBLIQUE,
  type Oblique,
  type PersonName,
  type Sex,
} from "./types.ts";
export { doubledStops, TYPOGRAPHY_RULES, type TypographyRule, typeset, withoutDoubledStops } from "./typography.ts";
export {
  type ConfirmedKind,
  plainSpaces,
  type Written,
  type WrittenOf,
  type WrittenPerson,
  writtenForms,
} from "./written-forms.ts";
