import {
  escapePointer,
  isFields,
  isList,
  itemsOf,
  propertiesOf,
  referenceOf,
  type SchemaLocation,
  schemaAt,
  type YamlData,
} from "../../base/yaml/index.ts";
import {
  anyRecordsOf,
  type Collection,
  type ContentRecord,
  type Dossier,
  dataOn,
  findAnyRecord,
  policyOf,
} from "../records/index.ts";
import { asOf } from "./as-of.ts";
import { computedProperties } from "./computed-properties.ts";
import { type Naming, RECORD_OF, type View, type Views, type Withholding } from "./view.ts";

/** Views carry no inherited names, so a template cannot reach `constructor`; in messages they print as «запись». */
const VIEW_PROTOTYPE: object = Object.freeze(
  Object.defineProperty(Object.create(null), Symbol.toPrimitive, { value: () => "запись" }),
);

/**
 * Views on `date` (ISO). References become views of the same date; each record is viewed once (a person once for each naming).
 *
 * @param withholding what is held back; null: nothing, the views of the original
 * @throws ViewError from a property when nothing is valid on the date (TRC2002–TRC2004)
 */
export function createViews(dossier: Dossier, date: string, withholding: Withholding | null = null): Views {
  const memo = new Map<ContentRecord, Map<Naming, View>>();
  const used = new Set<ContentRecord>();
  const views: Views = {
    date,
    used,
    of: (record, wanted = "full") => {
      const naming = namingOf(record, wanted, withholding);
      const known = memo.get(record) ?? new Map<Naming, View>();
      memo.set(record, known);
      used.add(record);
      const view = known.get(naming) ?? recordView({ dossier, views, withholding, record, naming });
      known.set(naming, view);
      return view;
    },
    all: (collection) => anyRecordsOf(dossier, collection).map((record) => views.of(record)),
  };
  return views;
}

function namingOf(record: ContentRecord, wanted: Naming, withholding: Withholding | null): Naming {
  if (withholding === null || record.collection !== "people") return "full";
  return withholding.mayName(record) ? wanted : "position";
}

/** One record being viewed. */
type Viewing = {
  readonly dossier: Dossier;
  readonly views: Views;
  readonly withholding: Withholding | null;
  readonly record: ContentRecord;
  readonly naming: Naming;
};

function recordView(viewing: Viewing): View {
  const { dossier, record, naming, withholding } = viewing;
  const { data, pointerTo } = asOf(dataOn(record, viewing.views.date), viewing.views.date);
  const nodes = schemaAt(dossier.schemas, record.schema);
  const view = objectView(viewing, { value: data, nodes, pointer: "" }, pointerTo);
  const hidden = naming === "full" ? null : () => withholding?.report(record, "", naming);
  Object.defineProperty(view, RECORD_OF, { value: record });
  // The id of a person is the surname in Latin letters.
  Object.defineProperty(view, "id", { value: naming === "position" ? null : record.id, enumerable: true });
  for (const [name, compute] of computedProperties(record.collection as Collection, record, viewing)) {
    lazy(view, name, () => {
      if (name === "name" || name === "withheld") hidden?.();
      return compute();
    });
  }
  return view;
}

/** A part of the record: its value, the nodes of the schema that describe it, its JSON Pointer. */
type Part<Value = YamlData> = {
  readonly value: Value;
  readonly nodes: readonly SchemaLocation[];
  readonly pointer: string;
};

function objectView(
  viewing: Viewing,
  { value: data, nodes, pointer }: Part<ContentRecord["data"]>,
  pointerTo = (property: string): string => `${pointer}/${escapePointer(property)}`,
): View {
  const view: View = Object.create(VIEW_PROTOTYPE);
  for (const [name, child] of propertiesOf(viewing.dossier.schemas, nodes)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) Object.defineProperty(view, name, { value: null, enumerable: true, configurable: true });
    else {
      const part = { value, nodes: child, pointer: pointerTo(name) };
      lazy(view, name, () => propertyView(viewing, part));
    }
  }
  return view;
}

/** A property as its policy of publication has it; the original keeps everything. */
function propertyView(viewing: Viewing, part: Part): unknown {
  const { withholding, record, naming } = viewing;
  if (withholding === null) return valueView(viewing, part, "full");
  const policy = policyOf(part.nodes);
  const withheld = (): null => {
    withholding.report(record, part.pointer, policy);
    return null;
  };
  switch (policy) {
    case "drop":
      return withheld();
    case "mask":
      return withheld() ?? withholding.masked;
    case "position":
    case "initials":
      // Parts of a person's own name go with the name; everywhere else these are references to persons.
      if (record.collection === "people" && naming === "position") return withheld();
      return valueView(viewing, part, policy === "initials" ? "initials" : "full");
    case "keep":
      return valueView(viewing, part, "full");
  }
}

function valueView(viewing: Viewing, { value, nodes, pointer }: Part, naming: Naming): unknown {
  const { dossier, views } = viewing;
  if (typeof value === "string") {
    const target = referenceOf(nodes);
    const found = target === null ? undefined : findAnyRecord(dossier, target, value);
    return found === undefined ? value : views.of(found, naming);
  }
  if (isFields(value)) return objectView(viewing, { value, nodes, pointer });
  if (!isList(value)) return value;
  const items = itemsOf(dossier.schemas, nodes);
  return value.map((item, index) =>
    valueView(viewing, { value: item, nodes: items, pointer: `${pointer}/${index}` }, naming),
  );
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
