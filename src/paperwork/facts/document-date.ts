import { valueAtPointer } from "../../base/yaml/index.ts";
import type { ContentRecord, Dossier } from "../records/index.ts";
import { valueAt } from "./value-at.ts";
import { RECORD_OF, type View } from "./view.ts";
import { createViews } from "./views.ts";

/** A text about a document, and the pointer to what gives it in the document's own record: the text, or a reference to the record that has it. */
type LocatedText = { readonly text: string; readonly pointer: string };

/** Stands for the date of a document that has none, and of one whose date is still being looked for. */
export const NO_DATE = "9999-12-31";

/** Where a date and a number stand unless the kind says otherwise: the document's own, those of its approval, those of the order that approves it. */
const USUAL = {
  date: ["date", "approved.date", "approvedBy.date"],
  number: ["number", "approvedBy.number"],
  author: ["issuer"],
};

/**
 * The day of a document, ISO; undefined when nothing says it.
 *
 * @param path where the kind has the date, dotted, references are walked (`approvedBy.date`); undefined: the usual places
 */
export function documentDate(
  dossier: Dossier,
  record: ContentRecord,
  path?: string | null,
): { readonly date: string; readonly pointer: string } | undefined {
  for (const one of path ? [path] : USUAL.date) {
    const found = textAt(dossier, record, one);
    if (found !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(found.text))
      return { date: found.text, pointer: found.pointer };
  }
  return undefined;
}

/** The number of a document, its own or that of the order which approves it; undefined when it bears none. @param path as for its date */
export function documentNumber(dossier: Dossier, record: ContentRecord, path?: string | null): string | undefined {
  for (const one of path ? [path] : USUAL.number) {
    const found = textAt(dossier, record, one);
    if (found !== undefined) return found.text;
  }
  return undefined;
}

/**
 * The organisation whose document it is and in whose series it is numbered: the id of its record, `centre` where nothing says otherwise.
 *
 * @param path where the kind has the author (`issuer`, `parties.second.organisation`), null: nowhere; without it as the kind of the record says
 */
export function documentAuthor(
  dossier: Dossier,
  record: ContentRecord,
  path: string | null | undefined = dossier.kinds?.get(record.kind ?? "")?.author,
): string {
  for (const one of path === undefined ? USUAL.author : path === null ? [] : [path]) {
    const own = valueAt(record.data, one);
    if (typeof own === "string" && /^[a-z0-9][a-z0-9-]*$/.test(own)) return own;
    const view = valueAt(createViews(dossier, NO_DATE).of(record), one);
    if (typeof view === "object" && view !== null && RECORD_OF in view)
      return (view as View & { [RECORD_OF]: ContentRecord })[RECORD_OF].id;
  }
  return "centre";
}

function textAt(dossier: Dossier, record: ContentRecord, path: string): LocatedText | undefined {
  let pointer = "";
  for (const step of path.split(".")) {
    if (valueAtPointer(record.data, `${pointer}/${step}`) === undefined) break;
    pointer += `/${step}`;
  }
  const whole = pointer === `/${path.replaceAll(".", "/")}`;
  const value = valueAt(whole ? record.data : createViews(dossier, NO_DATE).of(record), path);
  return typeof value === "string" && value !== "" ? { text: value, pointer } : undefined;
}
