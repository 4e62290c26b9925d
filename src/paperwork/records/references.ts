import {
  type Diagnostic,
  didYouMean,
  type Place,
  raise,
  suggest,
  type Text,
  text,
} from "../../base/diagnostics/index.ts";
import { allRecords, anyRecordsOf, type Dossier, findAnyRecord } from "./dossier.ts";
import { FINDINGS } from "./findings.ts";
import { recordLeaves } from "./record-leaves.ts";

/** Name of a record among those of all collections. */
export function referenceKey(collection: string, id: string): string {
  return `${collection}/${id}`;
}

/**
 * Every reference of every record must name a record of its collection (code TRC2001), and of the kind that its schema asks for (TRC2005),
 * at the reference itself.
 *
 * @param unread keys of records whose files are there but could not be read
 * @param misspelt what the schemas have found already: a value that is no name at all is no second fault
 */
export function checkReferences(
  dossier: Dossier,
  unread: ReadonlySet<string>,
  misspelt: readonly Diagnostic[] = [],
): Diagnostic[] {
  const placeKey = (file: string | undefined, pointer: string | undefined): string => `${file} ${pointer}`;
  const told = new Set(
    misspelt.flatMap(({ code, place, pointer }) => (code === "TRC1106" ? placeKey(place?.file, pointer) : [])),
  );
  // One file that is not there is one fault, however many records refer to it.
  const missing = new Map<string, Missing>();
  const found = allRecords(dossier).flatMap((record) =>
    recordLeaves(dossier.schemas, record).flatMap(({ reference, referenceKind, value: id, pointer }) => {
      if (reference === null || typeof id === "number" || (reference === "people" && id === "self")) return [];
      if (unread.has(referenceKey(reference, id)) || told.has(placeKey(record.file, pointer))) return [];
      const found = findAnyRecord(dossier, reference, id);
      const at = { place: record.placeOf(pointer), pointer, actual: id };
      if (found === undefined) {
        const key = referenceKey(reference, id);
        const known = missing.get(key) ?? { reference, id, places: [] };
        missing.set(key, { ...known, places: [...known.places, at] });
        return [];
      }
      if (referenceKind === null || found.kind === referenceKind) return [];
      return [
        raise(FINDINGS.TRC2005, {
          message: text(
            `«${id}» – запись вида ${found.kind}, а здесь нужна вида ${referenceKind}`,
            `“${id}” is a record of the kind ${found.kind}, and one of ${referenceKind} is needed here`,
          ),
          hints: ofKind(dossier, reference, referenceKind),
          ...at,
        }),
      ];
    }),
  );
  return [...[...missing.values()].map((one) => noRecord(dossier, one)), ...found];
}

type Missing = {
  readonly reference: string;
  readonly id: string;
  /** Where it is referred to, in the order of the records. */
  readonly places: readonly { readonly place: Place; readonly pointer: string; readonly actual: string }[];
};

/** Places shown beside the first one. */
const SHOWN = 5;

function noRecord(dossier: Dossier, { reference, id, places: [first, ...others] }: Missing): Diagnostic {
  const count = others.length;
  const more = count === 0 ? text("", "") : text(` (таких ссылок ещё ${count})`, ` (${count} more such references)`);
  return raise(FINDINGS.TRC2001, {
    message: text(
      `Записи «${id}» нет в папке ${reference}${more.ru}`,
      `There is no record “${id}” in the folder ${reference}${more.en}`,
    ),
    hints: [
      whatThereIs(dossier, reference, id),
      ...(count === 0
        ? []
        : [
            text(
              "Если файл записи переименован или удалён, верните его: исправлять каждую ссылку не нужно",
              "If the file was renamed or deleted, bring it back: not every reference need be mended",
            ),
          ]),
    ],
    related: others
      .slice(0, SHOWN)
      .map(({ place }) => ({ place, message: text("та же ссылка", "the same reference") })),
    ...first,
  });
}

function ofKind(dossier: Dossier, collection: string, kind: string): Text {
  const ids = anyRecordsOf(dossier, collection).flatMap((record) => (record.kind === kind ? [record.id] : []));
  return ids.length === 0 ? text(`Таких записей нет: trc new ${kind}`, `There are none: trc new ${kind}`) : listed(ids);
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
  return listed(ids);
}

function listed(ids: readonly string[]): Text {
  const list = `${ids.slice(0, 12).join(", ")}${ids.length > 12 ? " …" : ""}`;
  return text(`Есть: ${list}`, `There are: ${list}`);
}
