import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { valueAt } from "../../paperwork/facts/index.ts";
import { allRecords, anyRecordsOf, type ContentRecord, type Dossier } from "../../paperwork/records/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Kind, KindSet } from "./kind.ts";

/** One document to make: a kind for a record, or for a row of its list. */
export type DocumentJob = {
  /** Unique in the set and stable: `order-status.145-od-2025`, of a row `consent-processing.consents-2025.sedyh-ln`. */
  readonly id: string;
  readonly kind: Kind;
  readonly record: ContentRecord;
  /** Index of the row the document is of; absent: the whole record. */
  readonly row?: number;
};

/**
 * Every document of the set, ordered by group, kind and record id. A record that names a kind nobody describes
 * is an error (TRC3004): its document would be missing in silence; so are two rows of one name (TRC3012).
 */
export function planDocuments(kinds: KindSet, dossier: Dossier): Outcome<readonly DocumentJob[]> {
  const jobs = kinds.kinds.flatMap((kind) => jobsOf(kind, dossier));
  return { value: jobs, diagnostics: [...orphans(kinds, dossier), ...namesakes(jobs)] };
}

function jobsOf(kind: Kind, dossier: Dossier): DocumentJob[] {
  return anyRecordsOf(dossier, kind.source.collection)
    .filter((record) => kind.source.kinds === "any" || record.kind === kind.id)
    .filter((record) => kind.source.present === null || isPresent(valueAt(record.data, kind.source.present)))
    .flatMap((record) => {
      const whole = { id: `${kind.id}.${record.id}`, kind, record };
      return [whole, ...rowNames(kind, record).map((name, row) => ({ ...whole, id: `${whole.id}.${name}`, row }))];
    });
}

/** What each row of the record's list is called; a record without the list has no rows. */
function rowNames({ rows }: Kind, { data }: ContentRecord): string[] {
  const list = rows === null ? null : valueAt(data, rows.of);
  if (rows === null || !Array.isArray(list)) return [];
  return list.map((row) => String(rows.id === null ? row : valueAt(row, rows.id)));
}

/** Rows of one record that bear the same name: one file would take the place of the other. */
function namesakes(jobs: readonly DocumentJob[]): Diagnostic[] {
  const first = new Map<string, number>();
  return jobs.flatMap(({ id, kind: { rows }, record, row }) => {
    if (rows === null || row === undefined) return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, row);
    if (before === undefined) return [];
    const pointer = `/${rows.of.replaceAll(".", "/")}/${row}${rows.id === null ? "" : `/${rows.id}`}`;
    return raise(FINDINGS.TRC3012, {
      of: [id.split(".").at(-1) ?? "", before + 1, row + 1],
      place: record.placeOf(pointer),
      pointer,
    });
  });
}

/** A value counts as present when it is there and, being a list or a switch, not empty and not off. */
export function isPresent(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}

function orphans(kinds: KindSet, dossier: Dossier): Diagnostic[] {
  const known = new Set(kinds.kinds.map((kind) => kind.id));
  return allRecords(dossier).flatMap(({ id, kind, placeOf }) => {
    if (kind === null || known.has(kind)) return [];
    const all = [...known].join(", ");
    return raise(FINDINGS.TRC3004, {
      message: text(
        `Нет вида документа «${kind}»: для записи «${id}» не из чего сделать документ`,
        `There is no document kind "${kind}": nothing to make the document of "${id}" from`,
      ),
      hints: [
        text(`Напишите один из видов: ${all}`, `Write one of the kinds: ${all}`),
        text(`Или добавьте папку templates/${kind}/`, `Or add the folder templates/${kind}/`),
      ],
      place: placeOf("/kind"),
      pointer: "/kind",
      actual: kind,
    });
  });
}
