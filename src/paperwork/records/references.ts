import { type Diagnostic, didYouMean, raise, suggest, text } from "../../base/diagnostics/index.ts";
import {
  escapePointer,
  itemsOf,
  propertiesOf,
  referenceOf,
  type SchemaLocation,
  schemaAt,
  type YamlData,
} from "../../base/yaml/index.ts";
import { type ContentRecord, type Dossier, findAnyRecord } from "./dossier.ts";
import { FINDINGS } from "./findings.ts";

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
  const found: Diagnostic[] = [];
  for (const collection of dossier.collections.values()) {
    for (const record of collection.values()) {
      walk(dossier, record.data, schemaAt(dossier.schemas, record.schema), "", (target, id, pointer) => {
        if ((target === "people" && id === "self") || unread.has(referenceKey(target, id))) return;
        if (findAnyRecord(dossier, target, id) === undefined)
          found.push(dangling(dossier, record, target, id, pointer));
      });
    }
  }
  return found;
}

type Visit = (collection: string, id: string, pointer: string) => void;

function walk(
  dossier: Dossier,
  value: YamlData,
  spots: readonly SchemaLocation[],
  pointer: string,
  visit: Visit,
): void {
  if (typeof value === "string") {
    const target = referenceOf(spots);
    if (target !== null) visit(target, value, pointer);
  } else if (Array.isArray(value)) {
    const items = itemsOf(dossier.schemas, spots);
    for (const [index, item] of value.entries()) walk(dossier, item, items, `${pointer}/${index}`, visit);
  } else if (typeof value === "object" && value !== null) {
    const properties = propertiesOf(dossier.schemas, spots);
    for (const [key, child] of Object.entries(value)) {
      const known = properties.get(key);
      if (known) walk(dossier, child, known, `${pointer}/${escapePointer(key)}`, visit);
    }
  }
}

function dangling(
  dossier: Dossier,
  record: ContentRecord,
  collection: string,
  id: string,
  pointer: string,
): Diagnostic {
  const ids = [
    ...(dossier.collections.get(collection)?.keys() ?? []),
    ...(collection === "organisations" ? ["centre"] : []),
  ];
  const near = suggest(id, ids);
  const list = `${ids.slice(0, 12).join(", ")}${ids.length > 12 ? " …" : ""}`;
  return raise(FINDINGS.TRC2001, {
    message: text(`Записи «${id}» нет в папке ${collection}`, `There is no record “${id}” in the folder ${collection}`),
    hints: [
      near.length > 0
        ? didYouMean(near)
        : list === ""
          ? text(
              `Папка ${collection} пуста: создайте ${collection}/${id}.yaml`,
              `The folder ${collection} is empty: create ${collection}/${id}.yaml`,
            )
          : text(`Есть: ${list}`, `There are: ${list}`),
    ],
    place: record.placeOf(pointer),
    pointer,
    actual: id,
  });
}
