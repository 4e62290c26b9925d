// Made by `npm run findings`.
import { agreementAndStatus } from "./dates/agreement-and-status.ts";
import { approvalDates } from "./dates/approval-dates.ts";
import { approvalOfOrder } from "./dates/approval-of-order.ts";
import { beforeEvent } from "./dates/before-event.ts";
import { beforeStatus } from "./dates/before-status.ts";
import { calendarData } from "./dates/calendar-data.ts";
import { deadOrder } from "./dates/dead-order.ts";
import { destroyedTooEarly } from "./dates/destroyed-too-early.ts";
import { documentDayOff } from "./dates/document-day-off.ts";
import { dueAfterTerm } from "./dates/due-after-term.ts";
import { dueBeforeDocument } from "./dates/due-before-document.ts";
import { dueDayOff } from "./dates/due-day-off.ts";
import { effectBeforeOrder } from "./dates/effect-before-order.ts";
import { eventDay } from "./dates/event-day.ts";
import { extractOfSource } from "./dates/extract-of-source.ts";
import { farYear } from "./dates/far-year.ts";
import { futureDate } from "./dates/future-date.ts";
import { needlessRetroactive } from "./dates/needless-retroactive.ts";
import { nomenclatureLate } from "./dates/nomenclature-late.ts";
import { notTheGrant } from "./dates/not-the-grant.ts";
import { olderThanGround } from "./dates/older-than-ground.ts";
import { openEnded } from "./dates/open-ended.ts";
import { openRemark } from "./dates/open-remark.ts";
import { orderInText } from "./dates/order-in-text.ts";
import { otherArticle } from "./dates/other-article.ts";
import { otherAuthorsOrder } from "./dates/other-authors-order.ts";
import { outsideHours } from "./dates/outside-hours.ts";
import { overlappingPeriods } from "./dates/overlapping-periods.ts";
import { ownGround } from "./dates/own-ground.ts";
import { periodCut } from "./dates/period-cut.ts";
import { periodNotOver } from "./dates/period-not-over.ts";
import { periodOrder } from "./dates/period-order.ts";
import { planAgreed } from "./dates/plan-agreed.ts";
import { prolongation } from "./dates/prolongation.ts";
import { regulationApproval } from "./dates/regulation-approval.ts";
import { retroactive } from "./dates/retroactive.ts";
import { schoolYearInText } from "./dates/school-year-in-text.ts";
import { settledBeforeRemark } from "./dates/settled-before-remark.ts";
import { statusTerms } from "./dates/status-terms.ts";
import { subjectOfAmended } from "./dates/subject-of-amended.ts";
import { taskInThePast } from "./dates/task-in-the-past.ts";
import { termOrder } from "./dates/term-order.ts";
import { titleOfOrder } from "./dates/title-of-order.ts";
import { unknownCalendar } from "./dates/unknown-calendar.ts";
import { abbreviation } from "./finished/abbreviation.ts";
import { amendedClause } from "./finished/amended-clause.ts";
import { bindingMargin } from "./finished/binding-margin.ts";
import { foreignAlias } from "./finished/foreign-alias.ts";
import { hangingSignature } from "./finished/hanging-signature.ts";
import { lostMeaning } from "./finished/lost-meaning.ts";
import { mixedDates } from "./finished/mixed-dates.ts";
import { namedClause } from "./finished/named-clause.ts";
import { noBreak } from "./finished/no-break.ts";
import { reasonWithoutDeviation } from "./finished/reason-without-deviation.ts";
import { signatureInitials } from "./finished/signature-initials.ts";
import { typedLeaves } from "./finished/typed-leaves.ts";
import { fileName } from "./numbers/file-name.ts";
import { gapInRegister } from "./numbers/gap-in-register.ts";
import { indexOfNumber } from "./numbers/index-of-number.ts";
import { innerNames } from "./numbers/inner-names.ts";
import { leadingZero } from "./numbers/leading-zero.ts";
import { noRegister } from "./numbers/no-register.ts";
import { numberForm } from "./numbers/number-form.ts";
import { numberOrder } from "./numbers/number-order.ts";
import { numberTaken } from "./numbers/number-taken.ts";
import { registerEarly } from "./numbers/register-early.ts";
import { rowNumbers } from "./numbers/row-numbers.ts";
import { yearOfNumber } from "./numbers/year-of-number.ts";
import { accounts } from "./parties/accounts.ts";
import { addresseeTwice } from "./parties/addressee-twice.ts";
import { bankOfAccount } from "./parties/bank-of-account.ts";
import { baseSchoolAgreement } from "./parties/base-school-agreement.ts";
import { baseSchoolCount } from "./parties/base-school-count.ts";
import { copies } from "./parties/copies.ts";
import { finance } from "./parties/finance.ts";
import { founder } from "./parties/founder.ts";
import { freeUse } from "./parties/free-use.ts";
import { gapInNames } from "./parties/gap-in-names.ts";
import { inn } from "./parties/inn.ts";
import { kpp } from "./parties/kpp.ts";
import { localityInText } from "./parties/locality-in-text.ts";
import { ogrnStructure } from "./parties/ogrn-structure.ts";
import { ogrn } from "./parties/ogrn.ts";
import { okpo } from "./parties/okpo.ts";
import { oneDistrict } from "./parties/one-district.ts";
import { ownLetter } from "./parties/own-letter.ts";
import { partyOfKind } from "./parties/party-of-kind.ts";
import { phoneDigits } from "./parties/phone-digits.ts";
import { postalIndex } from "./parties/postal-index.ts";
import { powerOfAttorney } from "./parties/power-of-attorney.ts";
import { roleInDistrict } from "./parties/role-in-district.ts";
import { sameAlias } from "./parties/same-alias.ts";
import { sameName } from "./parties/same-name.ts";
import { sameParty } from "./parties/same-party.ts";
import { schoolInText } from "./parties/school-in-text.ts";
import { schoolsCounted } from "./parties/schools-counted.ts";
import { sharedCode } from "./parties/shared-code.ts";
import { shortAndFull } from "./parties/short-and-full.ts";
import { transferred } from "./parties/transferred.ts";
import { unlikeOthers } from "./parties/unlike-others.ts";
import { acquaintance } from "./people/acquaintance.ts";
import { actingInTitle } from "./people/acting-in-title.ts";
import { commissionOrder } from "./people/commission-order.ts";
import { commissionRoles } from "./people/commission-roles.ts";
import { commissionVotes } from "./people/commission-votes.ts";
import { contactOfSchool } from "./people/contact-of-school.ts";
import { controlTwice } from "./people/control-twice.ts";
import { formOfName } from "./people/form-of-name.ts";
import { genderOfName } from "./people/gender-of-name.ts";
import { handWrittenForm } from "./people/hand-written-form.ts";
import { headAndPost } from "./people/head-and-post.ts";
import { notAtMeeting } from "./people/not-at-meeting.ts";
import { notEmployed } from "./people/not-employed.ts";
import { ofAnotherOrganisation } from "./people/of-another-organisation.ts";
import { personInText } from "./people/person-in-text.ts";
import { postInNominative } from "./people/post-in-nominative.ts";
import { postInText } from "./people/post-in-text.ts";
import { powerForHead } from "./people/power-for-head.ts";
import { samePerson } from "./people/same-person.ts";
import { signatoryPost } from "./people/signatory-post.ts";
import { emptyDirection } from "./plan/empty-direction.ts";
import { extraUnjustified } from "./plan/extra-unjustified.ts";
import { farFromPlan } from "./plan/far-from-plan.ts";
import { fewerSessions } from "./plan/fewer-sessions.ts";
import { foreignDirection } from "./plan/foreign-direction.ts";
import { leftOutOfReport } from "./plan/left-out-of-report.ts";
import { listedTwice } from "./plan/listed-twice.ts";
import { movedTo } from "./plan/moved-to.ts";
import { noAgreement } from "./plan/no-agreement.ts";
import { noResult } from "./plan/no-result.ts";
import { notOfActivity } from "./plan/not-of-activity.ts";
import { notResponsible } from "./plan/not-responsible.ts";
import { otherSubject } from "./plan/other-subject.ts";
import { outcomeCount } from "./plan/outcome-count.ts";
import { outsideSchoolYear } from "./plan/outside-school-year.ts";
import { overload } from "./plan/overload.ts";
import { plannedOnHoliday } from "./plan/planned-on-holiday.ts";
import { roomTaken } from "./plan/room-taken.ts";
import { schoolClasses } from "./plan/school-classes.ts";
import { sessionDayOff } from "./plan/session-day-off.ts";
import { sessionOutsideYear } from "./plan/session-outside-year.ts";
import { sessionSums } from "./plan/session-sums.ts";
import { sessionTooEarly } from "./plan/session-too-early.ts";
import { sessionTooLate } from "./plan/session-too-late.ts";
import { sessionsInOrder } from "./plan/sessions-in-order.ts";
import { shareOverWhole } from "./plan/share-over-whole.ts";
import { twiceInPlan } from "./plan/twice-in-plan.ts";
import { twoPlacesAtOnce } from "./plan/two-places-at-once.ts";
import { twoResults } from "./plan/two-results.ts";
import { unexplained } from "./plan/unexplained.ts";
import { unknownForm } from "./plan/unknown-form.ts";
import { unknownHolidays } from "./plan/unknown-holidays.ts";
import { wordsAndDays } from "./plan/words-and-days.ts";
import { annexNotThere } from "./requisites/annex-not-there.ts";
import { archivedCase } from "./requisites/archived-case.ts";
import { armsAndEmblem } from "./requisites/arms-and-emblem.ts";
import { caseDates } from "./requisites/case-dates.ts";
import { caseIndex } from "./requisites/case-index.ts";
import { caseTwice } from "./requisites/case-twice.ts";
import { completeness } from "./requisites/completeness.ts";
import { cutByHash } from "./requisites/cut-by-hash.ts";
import { factChange } from "./requisites/fact-change.ts";
import { heading } from "./requisites/heading.ts";
import { lawInText } from "./requisites/law-in-text.ts";
import { lawOrder } from "./requisites/law-order.ts";
import { laws } from "./requisites/laws.ts";
import { orderOfForm } from "./requisites/order-of-form.ts";
import { reportAddressee } from "./requisites/report-addressee.ts";
import { reportDays } from "./requisites/report-days.ts";
import { reportDue } from "./requisites/report-due.ts";
import { retentionArticle } from "./requisites/retention-article.ts";
import { termOfArticle } from "./requisites/term-of-article.ts";
import { unconfirmed } from "./requisites/unconfirmed.ts";
import { unknownLaw } from "./requisites/unknown-law.ts";
import { abbreviationSpelling } from "./wording/abbreviation-spelling.ts";
import { afterTime } from "./wording/after-time.ts";
import { alikeLetters } from "./wording/alike-letters.ts";
import { approvedAgrees } from "./wording/approved-agrees.ts";
import { dativeAfter } from "./wording/dative-after.ts";
import { dayOfWeek } from "./wording/day-of-week.ts";
import { daysInOrder } from "./wording/days-in-order.ts";
import { doubleSpace } from "./wording/double-space.ts";
import { government } from "./wording/government.ts";
import { hyphenAsDash } from "./wording/hyphen-as-dash.ts";
import { impossibleDate } from "./wording/impossible-date.ts";
import { initialsFirst } from "./wording/initials-first.ts";
import { invisibleCharacter } from "./wording/invisible-character.ts";
import { kindOfDays } from "./wording/kind-of-days.ts";
import { looseMark } from "./wording/loose-mark.ts";
import { marksTogether } from "./wording/marks-together.ts";
import { misspelt } from "./wording/misspelt.ts";
import { mixedSpelling } from "./wording/mixed-spelling.ts";
import { numberAndNoun } from "./wording/number-and-noun.ts";
import { numberSign } from "./wording/number-sign.ts";
import { orderOfReference } from "./wording/order-of-reference.ts";
import { partOfWhole } from "./wording/part-of-whole.ts";
import { participles } from "./wording/participles.ts";
import { pluralOfAgreement } from "./wording/plural-of-agreement.ts";
import { prepositionCase } from "./wording/preposition-case.ts";
import { prepositionO } from "./wording/preposition-o.ts";
import { quotedNames } from "./wording/quoted-names.ts";
import { rubbish } from "./wording/rubbish.ts";
import { spaceAfterComma } from "./wording/space-after-comma.ts";
import { spaceAfterNumber } from "./wording/space-after-number.ts";
import { spaceAtEdge } from "./wording/space-at-edge.ts";
import { spaceBeforeMark } from "./wording/space-before-mark.ts";
import { straightQuotes } from "./wording/straight-quotes.ts";
import { sumInWords } from "./wording/sum-in-words.ts";
import { textCut } from "./wording/text-cut.ts";
import { timeOrder } from "./wording/time-order.ts";
import { typedMarkup } from "./wording/typed-markup.ts";
import { typedSigns } from "./wording/typed-signs.ts";
import { unpaired } from "./wording/unpaired.ts";
import { wordTwice } from "./wording/word-twice.ts";
import type { Rule } from "./rule.ts";

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  numberTaken,
  numberOrder,
  noRegister,
  innerNames,
  termOrder,
  openEnded,
  periodOrder,
  retroactive,
  outsideSchoolYear,
  notResponsible,
  baseSchoolCount,
  baseSchoolAgreement,
  oneDistrict,
  inn,
  ogrn,
  accounts,
  okpo,
  kpp,
  ogrnStructure,
  futureDate,
  documentDayOff,
  unknownCalendar,
  olderThanGround,
  beforeStatus,
  regulationApproval,
  sessionSums,
  noResult,
  extraUnjustified,
  unexplained,
  sessionOutsideYear,
  sessionTooEarly,
  genderOfName,
  signatoryPost,
  notEmployed,
  copies,
  addresseeTwice,
  dueBeforeDocument,
  dueDayOff,
  overlappingPeriods,
  laws,
  retentionArticle,
  caseIndex,
  acquaintance,
  approvalDates,
  openRemark,
  postalIndex,
  twiceInPlan,
  overload,
  roomTaken,
  powerOfAttorney,
  reportDue,
  completeness,
  heading,
  sameAlias,
  noAgreement,
  prolongation,
  finance,
  sameParty,
  deadOrder,
  caseTwice,
  planAgreed,
  twoResults,
  numberForm,
  armsAndEmblem,
  commissionRoles,
  commissionVotes,
  commissionOrder,
  wordsAndDays,
  unknownHolidays,
  unknownForm,
  unconfirmed,
  headAndPost,
  freeUse,
  transferred,
  archivedCase,
  reportDays,
  sharedCode,
  sameName,
  samePerson,
  listedTwice,
  ownGround,
  otherAuthorsOrder,
  notTheGrant,
  effectBeforeOrder,
  ofAnotherOrganisation,
  yearOfNumber,
  dueAfterTerm,
  calendarData,
  leadingZero,
  rowNumbers,
  twoPlacesAtOnce,
  formOfName,
  actingInTitle,
  emptyDirection,
  approvalOfOrder,
  roleInDistrict,
  periodNotOver,
  movedTo,
  fewerSessions,
  sessionTooLate,
  settledBeforeRemark,
  nomenclatureLate,
  destroyedTooEarly,
  orderInText,
  lawInText,
  needlessRetroactive,
  partyOfKind,
  cutByHash,
  plannedOnHoliday,
  gapInRegister,
  caseDates,
  schoolInText,
  personInText,
  postInNominative,
  unknownLaw,
  taskInThePast,
  eventDay,
  schoolYearInText,
  postInText,
  fileName,
  indexOfNumber,
  registerEarly,
  bankOfAccount,
  gapInNames,
  lawOrder,
  farFromPlan,
  sessionsInOrder,
  notOfActivity,
  notAtMeeting,
  statusTerms,
  agreementAndStatus,
  outcomeCount,
  localityInText,
  periodCut,
  unlikeOthers,
  sessionDayOff,
  beforeEvent,
  founder,
  foreignDirection,
  extractOfSource,
  outsideHours,
  subjectOfAmended,
  schoolClasses,
  shortAndFull,
  factChange,
  schoolsCounted,
  annexNotThere,
  termOfArticle,
  reportAddressee,
  titleOfOrder,
  orderOfForm,
  contactOfSchool,
  leftOutOfReport,
  controlTwice,
  phoneDigits,
  ownLetter,
  farYear,
  powerForHead,
  otherArticle,
  shareOverWhole,
  otherSubject,
  signatureInitials,
  noBreak,
  amendedClause,
  namedClause,
  foreignAlias,
  abbreviation,
  bindingMargin,
  hangingSignature,
  lostMeaning,
  mixedDates,
  reasonWithoutDeviation,
  typedLeaves,
  handWrittenForm,
  approvedAgrees,
  spaceAfterNumber,
  prepositionO,
  participles,
  dativeAfter,
  afterTime,
  pluralOfAgreement,
  government,
  kindOfDays,
  impossibleDate,
  rubbish,
  doubleSpace,
  spaceBeforeMark,
  straightQuotes,
  numberSign,
  abbreviationSpelling,
  mixedSpelling,
  orderOfReference,
  sumInWords,
  initialsFirst,
  hyphenAsDash,
  invisibleCharacter,
  alikeLetters,
  looseMark,
  typedMarkup,
  typedSigns,
  spaceAfterComma,
  wordTwice,
  unpaired,
  marksTogether,
  spaceAtEdge,
  misspelt,
  prepositionCase,
  timeOrder,
  dayOfWeek,
  daysInOrder,
  partOfWhole,
  quotedNames,
  textCut,
  numberAndNoun,
];
