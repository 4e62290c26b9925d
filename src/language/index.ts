/**
 * Russian for documents: cases with a stated confidence, agreement, numerals, dates, typography.
 * Knows nothing of records and templates; may import diagnostics only.
 */
export { type AdjectiveForm, adjectiveForm } from "./adjectives.ts";
export { contractDate, monthName, numericDate, verbalDate } from "./dates.ts";
export { genderOfName } from "./gender-of-name.ts";
export { initialsAfter, initialsBefore } from "./initials.ts";
export { declineOrganisation, declinePhrase, declinePosition } from "./named-things.ts";
export { cardinal, countForm, formatNumber, moneyInWords, type NumeralForm, ordinal } from "./numbers.ts";
export { declinePerson, declineSurname, genderFromPatronymic } from "./people.ts";
export { preposition } from "./prepositions.ts";
export { sentenceEnd, withoutStop } from "./sentence-end.ts";
export { CASES, type CaseForms, type Declined, type Gender, type GrammaticalCase, type PersonName } from "./types.ts";
export { typeset } from "./typeset.ts";
