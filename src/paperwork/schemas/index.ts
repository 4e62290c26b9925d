/**
 * The JSON Schemas (2020-12) of what people write – records, and in `files/` kinds, wordings, answers, what a bundle says of itself – and the TypeScript types
 * generated from them. `schemas/` at the top is made of these: what editors read, each file standing alone.
 */
import activity from "./activity.json" with { type: "json" };
import agreement from "./agreement.json" with { type: "json" };
import approval from "./approval.json" with { type: "json" };
import calendar from "./calendar.json" with { type: "json" };
import centre from "./centre.json" with { type: "json" };
import common from "./common.json" with { type: "json" };
import district from "./district.json" with { type: "json" };
import answers from "./files/answers.json" with { type: "json" };
import archiveWording from "./files/archive-wording.json" with { type: "json" };
import bundleManifest from "./files/bundle-manifest.json" with { type: "json" };
import bundleSignatures from "./files/bundle-signatures.json" with { type: "json" };
import consolidationWording from "./files/consolidation-wording.json" with { type: "json" };
import edition from "./files/edition.json" with { type: "json" };
import kind from "./files/kind.json" with { type: "json" };
import profile from "./files/profile.json" with { type: "json" };
import redlineWording from "./files/redline-wording.json" with { type: "json" };
import releaseWording from "./files/release-wording.json" with { type: "json" };
import requiredDocuments from "./files/required-documents.json" with { type: "json" };
import starter from "./files/starter.json" with { type: "json" };
import laws from "./laws.json" with { type: "json" };
import lexicon from "./lexicon.json" with { type: "json" };
import order from "./order.json" with { type: "json" };
import organisation from "./organisation.json" with { type: "json" };
import person from "./person.json" with { type: "json" };
import plan from "./plan.json" with { type: "json" };
import register from "./register.json" with { type: "json" };
import report from "./report.json" with { type: "json" };
import result from "./result.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import territory from "./territory.json" with { type: "json" };

export type * from "./file-types.ts";
export type { Shape } from "./shape.ts";
export { SHAPES } from "./shapes.ts";
export type * from "./types.ts";

import type { SchemaNode } from "../../base/yaml/index.ts";

/** Shared schemas by name; kinds refer to them by id (`trc:/schemas/1/order.json`) or by path (`../../schemas/order.json`). */
export const SHARED_SCHEMAS: { readonly [name: string]: SchemaNode } = {
  activity,
  agreement,
  approval,
  calendar,
  centre,
  common,
  district,
  laws,
  lexicon,
  order,
  organisation,
  person,
  plan,
  register,
  report,
  result,
  settings,
  territory,
};

/** Schemas of other files: what people write (kinds, wordings, answers) and what a bundle says of itself. */
export const FILE_SCHEMAS = {
  answers,
  archiveWording,
  bundleManifest,
  bundleSignatures,
  consolidationWording,
  edition,
  kind,
  profile,
  redlineWording,
  releaseWording,
  requiredDocuments,
  starter,
};

/** Folders of a content folder and the shared schema of their records; null: every record there names a kind with its own. */
export const COLLECTIONS: { readonly [folder: string]: string | null } = {
  activities: "activity",
  agreements: null,
  approvals: "approval",
  calendar: "calendar",
  districts: "district",
  documents: null,
  orders: null,
  organisations: "organisation",
  people: "person",
  plans: "plan",
  register: "register",
  regulations: null,
  reports: "report",
  results: "result",
  territories: "territory",
};

/** Single records at the root of a content folder. */
export const SINGLES: { readonly [stem: string]: string } = {
  centre: "centre",
  laws: "laws",
  lexicon: "lexicon",
  settings: "settings",
};
