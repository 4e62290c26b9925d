import { type Diagnostic, didYouMean, raise, suggest, type Text, text } from "../../base/diagnostics/index.ts";
import { allRecords, anyRecordsOf, type Dossier, findAnyRecord } from "./dossier.ts";
import { FINDINGS } from "./findings.ts";
import { recordLeaves } from "./record-leaves.ts";

/** Name of a record among those of all collections. */
export function referenceKey(collection: string, id: string): string {
  return `${collection}/${id}`;
}

/**
 * Every reference of every record must name a record of its collection. Code TRC2001, at the reference itself.
 *
 * @param unread keys of records whose files are there but could not be read
 */
export function checkReferences(dossier: Dossier, unread: ReadonlySet<string>): Diagnostic[] {
  return allRecords(dossier).flatMap((record) =>
    recordLeaves(dossier.schemas, record).flatMap(({ reference, value: id, pointer }) => {
      if (reference === null || typeof id === "number" || (reference === "people" && id === "self")) return [];
      if (unread.has(referenceKey(reference, id)) || findAnyRecord(dossier, reference, id) !== undefined) return [];
      return [
        raise(FINDINGS.TRC2001, {
          message: text(
            `Записи «${id}» нет в папке ${reference}`,
            `There is no record “${id}” in the folder ${reference}`,
          ),
          hints: whatThereIs(dossier, reference, id),
          place: record.placeOf(pointer),
          pointer,
          actual: id,
        }),
      ];
    }),
  );
}

function whatThereIs(dossier: Dossier, collection: string, id: string): Text {
  const own = anyRecordsOf(dossier, collection).map((record) => record.id);
  const ids = collection === "organisations" ? [...own, "centre"] : own;
  const near = suggest(id, ids);
  if (near.length > 0) return didYouMean(near);
  if (ids.length === 0)
    return text(
      `Папка ${collection} пуста: создайте ${collection}/${id}.yaml`,
      `The folder ${collection} is empty: create ${collection}/${id}.yaml`,
    );
  const list = `${ids.slice(0, 12).join(", ")}${ids.length > 12 ? " …" : ""}`;
  return text(`Есть: ${list}`, `There are: ${list}`);
}
