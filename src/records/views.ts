import type { Diagnostic } from "../diagnostics/index.ts";
import { computedProperties } from "./computed-properties.ts";
import { type ContentRecord, type Dossier, findRecord } from "./dossier.ts";
import { escapePointer, type YamlData } from "./read-yaml.ts";
import { itemsOf, propertiesOf, referenceOf, type SchemaSpot, schemaAt } from "./schema-set.ts";

/** A record (or a part of one) as a template sees it: own lazy properties, absent optional ones null. */
export type View = { readonly [name: string]: unknown };

/** Marks views and tells which record stands behind; parts of a record carry no mark. */
export const RECORD_OF: unique symbol = Symbol("record");

/** The views of one document: everything as it was on one date. */
export type Views = {
  readonly date: string;
  readonly of: (record: ContentRecord) => View;
  readonly all: (collection: string) => readonly View[];
  /** Records that have been looked into so far. */
  readonly used: ReadonlySet<ContentRecord>;
};

/** A view could not answer: no name, head or post is valid on the date. Carries what to tell the clerk. */
export class ViewError extends Error {
  override readonly name = "ViewError";
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Views carry no inherited names, so a template cannot reach `constructor`; in messages they print as «запись». */
const VIEW_PROTOTYPE: object = Object.freeze(
  Object.defineProperty(Object.create(null), Symbol.toPrimitive, { value: () => "запись" }),
);

/**
 * Views on `date` (ISO). References become views of the same date; each record is viewed once.
 * @throws ViewError from a property when nothing is valid on the date (TRC2002–TRC2004)
 */
export function createViews(dossier: Dossier, date: string): Views {
  const memo = new Map<ContentRecord, View>();
  const used = new Set<ContentRecord>();
  const views: Views = {
    date,
    used,
    of: (record) => {
      const known = memo.get(record);
      if (known) return known;
      used.add(record);
      const view = recordView(dossier, views, record);
      memo.set(record, view);
      return view;
    },
    all: (collection) => [...(dossier.collections.get(collection)?.values() ?? [])].map((record) => views.of(record)),
  };
  return views;
}

function recordView(dossier: Dossier, views: Views, record: ContentRecord): View {
  const view = objectView(dossier, views, record, record.data, schemaAt(dossier.schemas, record.schema), "");
  Object.defineProperty(view, RECORD_OF, { value: record });
  Object.defineProperty(view, "id", { value: record.id, enumerable: true });
  for (const [name, compute] of Object.entries(computedProperties(record.collection))) {
    lazy(view, name, () => compute({ record, views, find: (collection, id) => findRecord(dossier, collection, id) }));
  }
  return view;
}

function objectView(
  dossier: Dossier,
  views: Views,
  record: ContentRecord,
  data: { readonly [key: string]: YamlData },
  spots: readonly SchemaSpot[],
  pointer: string,
): View {
  const view: View = Object.create(VIEW_PROTOTYPE);
  for (const [name, child] of propertiesOf(dossier.schemas, spots)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) Object.defineProperty(view, name, { value: null, enumerable: true, configurable: true });
    else lazy(view, name, () => valueView(dossier, views, record, value, child, `${pointer}/${escapePointer(name)}`));
  }
  return view;
}

function valueView(
  dossier: Dossier,
  views: Views,
  record: ContentRecord,
  value: YamlData,
  spots: readonly SchemaSpot[],
  pointer: string,
): unknown {
  if (typeof value === "string") {
    const target = referenceOf(spots);
    const found = target === null ? undefined : findRecord(dossier, target, value);
    return found === undefined ? value : views.of(found);
  }
  if (Array.isArray(value)) {
    const items = itemsOf(dossier.schemas, spots);
    return value.map((item, index) => valueView(dossier, views, record, item, items, `${pointer}/${index}`));
  }
  if (typeof value === "object" && value !== null) {
    return objectView(dossier, views, record, value as { readonly [key: string]: YamlData }, spots, pointer);
  }
  return value;
}

function lazy(view: View, name: string, compute: () => unknown): void {
  Object.defineProperty(view, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = compute();
      Object.defineProperty(view, name, { value, enumerable: true, configurable: true });
      return value;
    },
  });
}
