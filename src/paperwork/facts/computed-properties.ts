import { type Defined, hintList, type Place, raise, type Text, text } from "../../base/diagnostics/index.ts";
import type { YamlData } from "../../base/yaml/index.ts";
import { type ContentRecord, type Dossier, findAnyRecord, recordAs } from "../records/index.ts";
import { activityPeriod } from "./activity-period.ts";
import { FINDINGS } from "./findings.ts";
import { amendmentsOf, revocationsOf } from "./in-force.ts";
import { type Period, validOn } from "./period.ts";
import { type Naming, type View, ViewError, type Views } from "./view.ts";

/** A name that has cases: plain data; the helpers of templates decline it. Hand-given `cases` win. */
export type Declinable = {
  readonly declinable: "person" | "position" | "organisation" | "phrase";
  readonly text: string;
  readonly gender: string | null;
  readonly cases: { readonly [name: string]: string } | null;
  /** Only of persons. */
  readonly person?: {
    readonly surname: string;
    readonly given: string;
    readonly patronymic: string | null;
    readonly gender: string;
    readonly indeclinableSurname: boolean;
    readonly surnameCases: { readonly [name: string]: string } | null;
    /** True when the edition shows no more than surname and initials. */
    readonly initialsOnly: boolean;
  };
  /** True when this is the post of a person whose name is withheld. */
  readonly withheld?: true;
  /** Hand-given forms of the full name, kept when only a part of it is shown. */
  readonly fullCases?: { readonly [name: string]: string } | null;
  /** Where the name stands in its record, for messages; of a person: the surname, the given name, the hand-given forms. */
  readonly place: Place;
  readonly givenPlace?: Place;
  readonly casesPlace?: Place;
};

type Context = {
  readonly record: ContentRecord;
  readonly views: Views;
  readonly naming: Naming;
  readonly dossier: Dossier;
};
type Compute = (context: Context) => unknown;
type Fields = { readonly [key: string]: YamlData };

/** Properties a view has beyond those of its record, by collection. */
export function computedProperties(collection: string): { readonly [name: string]: Compute } {
  return COMPUTED[collection] ?? {};
}

const ORGANISATION: { readonly [name: string]: Compute } = {
  full: (context) => organisationName(context, "full"),
  short: (context) => organisationName(context, "short"),
  gender: (context) => validName(context).item.gender,
  head: (context) => head(context),
};

const COMPUTED: { readonly [collection: string]: { readonly [name: string]: Compute } } = {
  centre: ORGANISATION,
  organisations: ORGANISATION,
  territories: {
    full: (context) => organisationName(context, "full"),
    short: (context) => organisationName(context, "short"),
    common: (context) => ({ ...organisationName(context, "common"), declinable: "phrase" }),
  },
  districts: {
    name: ({ record }) => ({
      declinable: "organisation",
      text: string(record.data.name),
      gender: string(record.data.gender),
      cases: forms(record.data.cases),
      place: record.placeOf("/name"),
      casesPlace: record.placeOf("/cases"),
    }),
  },
  activities: {
    starts: (context) => activityDay(context, "from"),
    ends: (context) => activityDay(context, "to"),
  },
  orders: {
    /** Orders that changed it, and that revoked it, not later than the day. */
    amendedBy: (context) => ordersOn(context, amendmentsOf),
    revokedBy: (context) => ordersOn(context, revocationsOf),
  },
  people: {
    name: (context) => (context.naming === "position" ? postForName(context) : personName(context)),
    /** Whether the edition withholds the name: the post then stands for it. */
    withheld: ({ naming }) => naming === "position",
    position: (context) => position(context).name,
    organisation: (context) => position(context).organisation,
  },
};

/** The first or the last day (ISO) of an activity's term. */
function activityDay({ record, dossier }: Context, edge: "from" | "to"): string | null {
  const activity = recordAs(record, "activities");
  return (activity && activityPeriod(dossier, activity)?.[edge]) ?? null;
}

function ordersOn({ dossier, record, views }: Context, find: typeof revocationsOf): readonly View[] {
  const drawnUp = find(dossier, record.id).filter(({ data }) => data.date !== undefined && data.date <= views.date);
  return drawnUp.flatMap(({ id }) => {
    const order = findAnyRecord(dossier, "orders", id);
    return order === undefined ? [] : [views.of(order)];
  });
}

/** The post in place of a withheld name. */
function postForName(context: Context): Declinable {
  return { ...position(context).name, withheld: true };
}

function personName({ record, naming }: Context): Declinable {
  const { data } = record;
  const short = naming === "initials";
  const part = (name: string): string => (short ? initial(string(data[name])) : string(data[name]));
  const patronymic = data.patronymic === undefined ? null : part("patronymic");
  const surname = string(data.surname);
  const given = part("given");
  return {
    declinable: "person",
    text: [surname, given, patronymic].filter((one) => one !== null).join(short ? "\u00a0" : " "),
    gender: string(data.gender),
    cases: short ? null : forms(data.cases),
    person: {
      surname,
      given,
      patronymic,
      gender: string(data.gender),
      indeclinableSurname: data.indeclinableSurname === true,
      surnameCases: forms(data.surnameCases),
      initialsOnly: short,
    },
    fullCases: forms(data.cases),
    place: record.placeOf("/surname"),
    givenPlace: record.placeOf("/given"),
    casesPlace: record.placeOf(data.cases === undefined ? "/surnameCases" : "/cases"),
  };
}

/** «Анна-Мария» → «А.-М.»: where only initials may be shown the rest does not leave the records. */
function initial(name: string): string {
  return name
    .split("-")
    .map((part) => `${part.slice(0, 1)}.`)
    .join("-");
}

function organisationName(context: Context, which: "full" | "short" | "common"): Declinable {
  const { item, pointer } = validName(context);
  const used = item[which] === undefined ? "full" : which;
  return {
    declinable: "organisation",
    text: string(item[used]),
    gender: string(item.gender),
    cases: forms(((item.cases ?? {}) as Fields)[used]),
    place: context.record.placeOf(`${pointer}/${used}`),
    casesPlace: context.record.placeOf(`${pointer}/cases/${used}`),
  };
}

function validName(context: Context): Valid {
  const { record, views } = context;
  return (
    entryOn(record, "names", views.date) ??
    fail(context, {
      finding: FINDINGS.TRC2002,
      list: "names",
      label: "full",
      message: text(
        `Нет наименования, действующего на дату ${context.views.date}: запись «${context.record.id}»`,
        `No name is valid on ${context.views.date}: the record “${context.record.id}”`,
      ),
    })
  );
}

function head(context: Context): unknown {
  const { record, views, dossier } = context;
  if (record.data.heads === undefined)
    fail(context, {
      finding: FINDINGS.TRC2003,
      list: "heads",
      label: "title",
      message: text(
        `У организации не указан руководитель (heads); он нужен на дату ${context.views.date}: запись «${context.record.id}»`,
        `The organisation names no head (heads); one is needed on ${context.views.date}: the record “${context.record.id}”`,
      ),
    });
  const { item, pointer } =
    entryOn(record, "heads", views.date) ??
    fail(context, {
      finding: FINDINGS.TRC2003,
      list: "heads",
      label: "title",
      message: text(
        `Нет руководителя на дату ${context.views.date}: запись «${context.record.id}»`,
        `There is no head on ${context.views.date}: the record “${context.record.id}”`,
      ),
    });
  const person = findAnyRecord(dossier, "people", string(item.person));
  const acting = item.acting as Fields | undefined;
  return {
    person: person === undefined ? null : views.of(person),
    title: positionName(record, item, pointer, person),
    acting: acting === undefined ? null : { orderNumber: acting.orderNumber, orderDate: acting.orderDate },
  };
}

function position(context: Context): { readonly name: Declinable; readonly organisation: unknown } {
  const { record, views, dossier } = context;
  const { item, pointer } =
    entryOn(record, "positions", views.date) ??
    fail(context, {
      finding: FINDINGS.TRC2004,
      list: "positions",
      label: "title",
      message: text(
        `Нет должности на дату ${context.views.date}: запись «${context.record.id}»`,
        `There is no post on ${context.views.date}: the record “${context.record.id}”`,
      ),
    });
  const organisation = findAnyRecord(dossier, "organisations", string(item.organisation));
  return {
    name: positionName(record, item, pointer, record),
    organisation: organisation === undefined ? null : views.of(organisation),
  };
}

function positionName(
  record: ContentRecord,
  item: Fields,
  pointer: string,
  person: ContentRecord | undefined,
): Declinable {
  return {
    declinable: "position",
    text: string(item.title),
    gender: person === undefined ? null : string(person.data.gender),
    cases: forms(item.cases),
    place: record.placeOf(`${pointer}/title`),
    casesPlace: record.placeOf(`${pointer}/cases`),
  };
}

type Valid = { readonly item: Fields; readonly pointer: string };

function entryOn(record: ContentRecord, list: string, date: string): Valid | undefined {
  const valid = validOn(record.data[list] as readonly (Fields & Period)[] | undefined, date);
  return valid && { item: valid.entry, pointer: `/${list}/${valid.index}` };
}

type Absent = { readonly finding: Defined; readonly message: Text; readonly list: string; readonly label: string };

/** @throws ViewError that names the periods the list has */
function fail({ record }: Context, { finding, message, list, label }: Absent): never {
  const items = (record.data[list] ?? []) as readonly Fields[];
  const periods = (since: string, still: string, quoted: (name: string) => string): string =>
    items
      .map((item) => `${quoted(string(item[label] ?? item.person))} – ${item.from ?? since} … ${item.to ?? still}`)
      .join("; ");
  const there = text(
    `Есть периоды: ${periods("с начала", "по сей день", (name) => `«${name}»`)}`,
    `There are periods: ${periods("from the beginning", "to this day", (name) => `“${name}”`)}`,
  );
  const pointer = `/${list}`;
  const hints = [...(items.length > 0 ? [there] : []), ...hintList(finding.hints)];
  throw new ViewError(raise(finding, { message, hints, place: record.placeOf(pointer), pointer }));
}

function forms(value: YamlData | undefined): { readonly [name: string]: string } | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: string })
    : null;
}

function string(value: YamlData | undefined): string {
  return typeof value === "string" ? value : "";
}
