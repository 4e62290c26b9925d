import { openEnded, prolongation, retroactive, termOrder } from "./dates/agreement-term.ts";
import {
  approvalDates,
  documentDayOff,
  dueBeforeDocument,
  dueDayOff,
  futureDate,
  openRemark,
  planAgreed,
  unknownCalendar,
} from "./dates/days-off.ts";
import { beforeStatus, deadOrder, olderThanGround, regulationApproval } from "./dates/order-of-dates.ts";
import { overlappingPeriods, periodOrder } from "./dates/periods.ts";
import { innerNames } from "./numbers/inner-names.ts";
import { noRegister, numberOrder } from "./numbers/number-order.ts";
import { numberTaken } from "./numbers/number-taken.ts";
import { addresseeTwice, copies, finance, powerOfAttorney, sameAlias, sameParty } from "./parties/agreement-parties.ts";
import { accounts, inn, kpp, ogrn, ogrnStructure, okpo, postalIndex } from "./parties/codes-of-organisations.ts";
import { baseSchoolAgreement, baseSchoolCount, oneDistrict } from "./parties/network.ts";
import { acquaintance, genderOfPatronymic, notEmployed, signatoryPost } from "./people/people.ts";
import {
  noAgreement,
  notResponsible,
  outsideSchoolYear,
  overload,
  roomTaken,
  sessionSums,
  twiceInPlan,
} from "./plan/activities.ts";
import {
  extraUnjustified,
  noResult,
  sessionOutsideYear,
  sessionTooEarly,
  twoResults,
  unexplained,
} from "./plan/results.ts";
import { completeness, reportDue } from "./requisites/completeness.ts";
import { caseIndex, caseTwice, heading, laws, retentionArticle } from "./requisites/retention.ts";
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
  genderOfPatronymic,
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
];
