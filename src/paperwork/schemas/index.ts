/**
 * The JSON Schemas (2020-12) of the shared record types and the TypeScript types generated from them.
 * Editors read the same files through the modeline of each record.
 */
import activity from "../../../schemas/activity.json" with { type: "json" };
import agreement from "../../../schemas/agreement.json" with { type: "json" };
import approval from "../../../schemas/approval.json" with { type: "json" };
import calendar from "../../../schemas/calendar.json" with { type: "json" };
import centre from "../../../schemas/centre.json" with { type: "json" };
import common from "../../../schemas/common.json" with { type: "json" };
import district from "../../../schemas/district.json" with { type: "json" };
import laws from "../../../schemas/laws.json" with { type: "json" };
import lexicon from "../../../schemas/lexicon.json" with { type: "json" };
import order from "../../../schemas/order.json" with { type: "json" };
import organisation from "../../../schemas/organisation.json" with { type: "json" };
import person from "../../../schemas/person.json" with { type: "json" };
import plan from "../../../schemas/plan.json" with { type: "json" };
import register from "../../../schemas/register.json" with { type: "json" };
import report from "../../../schemas/report.json" with { type: "json" };
import result from "../../../schemas/result.json" with { type: "json" };
import settings from "../../../schemas/settings.json" with { type: "json" };
import territory from "../../../schemas/territory.json" with { type: "json" };

export type { Shape } from "./shape.ts";
export { SHAPES } from "./shapes.ts";
export type * from "./types.ts";

import type { SchemaNode } from "../../base/yaml/index.ts";

/** Shared schemas by file name, as kinds refer to them: `../../schemas/order.json`. */
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
