import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { storageFault, writeAlone, writeTogether } from "../../base/storage/index.ts";
import { type RequiredAnswer, requiredDocuments } from "../../paperwork/facts/index.ts";
import { type RecordOf, recordsOf } from "../../paperwork/records/index.ts";
import { CONTENT_JOURNAL } from "../../paperwork/register/index.ts";
import { missingFolder, type Project, type ProjectFolders, readProject } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { taken } from "./new-record-faults.ts";
import { type YearFile, YearMaker } from "./year-maker.ts";
import { type SchoolYear, yearSet } from "./year-set.ts";

/** Which school year is begun («2027/2028»), and whether records are written. */
export type YearOptions = ProjectFolders & { readonly year: string; readonly dryRun?: boolean | undefined };

/** A school year begun. */
export type BegunYear = {
  readonly year: string;
  /** The plan that it was begun from. */
  readonly plan: string;
  readonly files: readonly YearFile[];
  /** Places to fill in, as `trc check` will say them. */
  readonly gaps: readonly Diagnostic[];
  /** What the centre has for the year already, by files. */
  readonly there: readonly string[];
  /** What the year still lacks, and what to type to begin it. */
  readonly lacking: readonly { readonly title: string; readonly begin: string }[];
  readonly notes: readonly Text[];
  readonly written: boolean;
};

type Result = Outcome<BegunYear> & { readonly sourceOf?: (file: string) => string | undefined };

/**
 * `trc year`: begins a school year from the latest one before it: its orders, agreements, plan, activities, calendar and nomenclature, all or none of
 * them, none over a file that is there. Codes TRC9004, TRC9009–TRC9011, TRC8201–TRC8204, TRC8206, and those of a folder that cannot be read.
 */
export async function beginYear(options: YearOptions): Promise<Result> {
  const next = schoolYearNamed(options.year);
  if (next === null) return { diagnostics: [raise(FINDINGS.TRC9009, { of: [options.year] })] };
  if (!existsSync(options.content)) return { diagnostics: [missingFolder("--content", options.content)] };
  try {
    const { dryRun } = options;
    return await writeAlone(options.content, (completed) => begun(options, next, completed), {
      rule: CONTENT_JOURNAL,
      dryRun,
    });
  } catch (error) {
    return { diagnostics: [storageFault(options.content, error)] };
  }
}

async function begun(options: YearOptions, next: SchoolYear, completed: boolean): Promise<Result> {
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics };
  const plans = recordsOf(project.dossier, "plans");
  const own = plans.find(({ data }) => data.schoolYear?.from?.slice(0, 4) === next.from.slice(0, 4));
  if (own !== undefined) {
    const severity = completed ? "info" : "error";
    return { diagnostics: [raise(FINDINGS.TRC9011, { of: [options.year, own.file, completed], severity })] };
  }
  const before = plans
    .filter(({ data }) => (data.schoolYear?.from ?? "9999") < next.from)
    .sort(byYear)
    .at(-1);
  if (before === undefined) return { diagnostics: [raise(FINDINGS.TRC9010, { of: [options.year] })] };
  const { from = "", to = "" } = before.data.schoolYear ?? {};
  const maker = new YearMaker(project, { from, to }, next);
  const set = yearSet(project, before, next);
  maker.make(set);
  const occupied = maker.made.filter(({ inside }) => existsSync(join(project.content, inside)));
  if (occupied.length > 0) return { diagnostics: occupied.map(({ file }) => taken(file)) };
  const lacking = lackingOf(maker.project, next);
  const files = new Map(maker.made.map(({ inside, text: body }) => [inside, body]));
  if (options.dryRun !== true) await writeTogether(project.content, { files }, CONTENT_JOURNAL);
  return {
    value: {
      year: maker.year,
      plan: before.file,
      files: maker.made,
      gaps: maker.gaps(),
      there: set.there.map(({ file }) => file),
      lacking: lacking.map(({ title, begin }) => ({ title, begin })),
      notes: [...holidaysOf(project, { from, to }, next), ...groundsOf(lacking, maker.year)],
      written: options.dryRun !== true,
    },
    diagnostics: [],
    sourceOf: project.sourceOf,
  };
}

/** «2027/2028», «2027-2028», «2027/28»: the days of the school year; null for anything else. */
export function schoolYearNamed(name: string): SchoolYear | null {
  const [, first = "", last = ""] = /^(20\d\d)[/–-](20\d\d|\d\d)$/.exec(name.trim()) ?? [];
  const next = Number(first) + 1;
  return first !== "" && [String(next), String(next).slice(2)].includes(last)
    ? { from: `${first}-09-01`, to: `${next}-08-31` }
    : null;
}

/** What the whole year needs and nothing answers in it. */
function lackingOf({ dossier, kinds }: Project, next: SchoolYear): RequiredAnswer[] {
  const required = kinds.required.filter(({ due }) => due === undefined);
  return requiredDocuments(dossier, required, { date: next.from, year: Number(next.from.slice(0, 4)) }).filter(
    ({ state }) => state === "missing" || state === "expired",
  );
}

/** An order that has ended leaves the grounds of the year's records empty: one cause of many gaps, mended by the order that follows it. */
function groundsOf(lacking: readonly RequiredAnswer[], year: string): Text[] {
  return lacking.flatMap(({ record, state, begin }) =>
    state === "expired" && record?.collection === "orders"
      ? [
          text(
            `Срок приказа № ${record.data.number} вышел, поэтому основания пусты. Если новый приказ есть, проще начать с него: trc year --undo ${year}, ${begin}, trc year ${year}`,
            `The term of the order No. "${record.data.number}" has ended, so the grounds are empty. If there is a new order, begin with it: trc year --undo ${year}, ${begin}, trc year ${year}`,
          ),
        ]
      : [],
  );
}

/** The days of the school holidays are the school's own: where the old year had them, the new one needs them. */
function holidaysOf({ dossier }: Project, old: SchoolYear, next: SchoolYear): Text[] {
  const known = recordsOf(dossier, "calendar").flatMap(({ data }) => data.schoolHolidays ?? []);
  const within = ({ from, to }: SchoolYear): boolean =>
    known.some((one) => from <= (one.from ?? "") && (one.from ?? "") <= to);
  if (!within(old) || within(next)) return [];
  const files = [next.from, next.to].map((day) => `calendar/${day.slice(0, 4)}.yaml`).join(", ");
  return [
    text(
      `Впишите дни школьных каникул (schoolHolidays): ${files}`,
      `Write the days of the school holidays (schoolHolidays): ${files}`,
    ),
  ];
}

function byYear(a: RecordOf<"plans">, b: RecordOf<"plans">): number {
  return (a.data.schoolYear?.from ?? "") < (b.data.schoolYear?.from ?? "") ? -1 : 1;
}
