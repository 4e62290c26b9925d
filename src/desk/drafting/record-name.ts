import { type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { valueAt } from "../../paperwork/facts/index.ts";
import { anyRecordsOf, findAnyRecord } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import type { Fields } from "./fill-record.ts";
import { FINDINGS } from "./findings.ts";
import type { RecordType } from "./record-types.ts";
import { freeName, slug } from "./slug.ts";

/** Where the file of a new record goes and what it is called. Code TRC9005 for a name that cannot be one. */
export function recordName(
  project: Project,
  type: RecordType,
  { data, wanted }: { readonly data: Fields; readonly wanted: string | undefined },
): Outcome<{ readonly id: string; readonly inside: string }> {
  if (wanted !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(wanted)) {
    return {
      diagnostics: [
        raise(FINDINGS.TRC9005, {
          message: text(
            `Имя «${wanted}» не подходит для файла записи`,
            `"${wanted}" is no name for the file of a record`,
          ),
          hints: [
            text(
              `Строчные латинские буквы, цифры и дефис: ${slug(wanted) || "seminar-2026"}`,
              `Lower-case Latin letters, digits and hyphens: ${slug(wanted) || "seminar-2026"}`,
            ),
          ],
        }),
      ],
    };
  }
  const taken = (name: string): boolean => findAnyRecord(project.dossier, type.collection, name) !== undefined;
  const own = ownName(type, data);
  const id = wanted ?? own ?? freeName(meaningful(type, data), taken);
  return { value: { id, inside: `${folder(project, type, data)}/${id}.yaml` }, diagnostics: [] };
}

/** The only name a record can have: the result of an activity, the plan of a year, a numbered document. */
function ownName(type: RecordType, data: Fields): string | null {
  if (type.collection === "results" && typeof data.activity === "string") return data.activity;
  const from = valueAt(data, "schoolYear.from");
  const to = valueAt(data, "schoolYear.to");
  if (type.collection !== "plans" || typeof from !== "string" || typeof to !== "string") return null;
  return `${from.slice(0, 4)}-${to.slice(0, 4)}`;
}

/** «112-ОД» of 2025 → `112-od-2025`; minutes № 2 of 2026 → `minutes-2-2026`; «Иванова Мария Петровна» → `ivanova-mp`; else by title, else by kind. */
function meaningful({ kind, collection, name: type }: RecordType, data: Fields): string {
  const { date, number, surname, given, patronymic, year, title, name } = data;
  const begun = String(date ?? "").slice(0, 4);
  if (typeof number === "string" && kind !== null && collection !== "reports") {
    // The index of a number is an abbreviation, and ТРЦ is TRC in Latin.
    const numbered = slug(number.replaceAll("Ц", "C"));
    const ofYear = numbered.includes(begun) ? numbered : `${numbered}-${begun}`;
    // Documents of many kinds lie in one folder, each kind with numbers of its own.
    return collection === "documents" ? `${kind}-${ofYear}` : ofYear;
  }
  if (typeof surname === "string") {
    const initials = [given, patronymic].map((part) => (typeof part === "string" ? slug(part.slice(0, 1)) : ""));
    return [slug(surname), initials.join("")].filter((part) => part !== "").join("-");
  }
  if (typeof year === "number") return kind === null ? String(year) : `${kind}-${year}`;
  const text = valueAt(data, "names.0.short") ?? valueAt(data, "names.0.full") ?? title ?? name;
  const named = typeof text === "string" ? slug(text) : "";
  if (named !== "") return named;
  return begun === "" ? type : `${type}-${begun}`;
}

/** The subfolder that the record's neighbours lie in: by year, or by plan. */
function folder({ dossier }: Project, { collection }: RecordType, { plan, date }: Fields): string {
  const neighbours = anyRecordsOf(dossier, collection);
  const nested = neighbours.some(({ source }) => source.split("/").length > 2);
  if (!nested && !(NESTED.has(collection) && neighbours.length === 0)) return collection;
  if (collection !== "orders" && typeof plan === "string") return `${collection}/${plan}`;
  const year = String(date ?? "").slice(0, 4);
  return year === "" ? collection : `${collection}/${year}`;
}

const NESTED = new Set(["orders", "activities", "results"]);
