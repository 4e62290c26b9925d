import { type Place, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { agreed, DECLINE } from "../../language/index.ts";
import {
  type Collection,
  type ContentRecord,
  type DataOf,
  type Dossier,
  findAnyRecord,
  findRecord,
  type RecordOf,
  recordAs,
  recordsOf,
} from "../records/index.ts";
import { activityForms } from "./activity-forms.ts";
import { activityPeriod } from "./activity-period.ts";
import { asOf } from "./as-of.ts";
import { FINDINGS } from "./findings.ts";
import { founderOf, isPreschool, isWhole } from "./founder.ts";
import { amendmentsOf, lastDayOf, revocationsOf } from "./in-force.ts";
import { covers, type Period, validOn } from "./period.ts";
import { headedBy } from "./posts.ts";
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
};

type Context = { readonly views: Views; readonly naming: Naming; readonly dossier: Dossier };
type Properties<C extends Collection> = {
  readonly [name: string]: (record: RecordOf<C>, context: Context) => unknown;
};

/** Properties a view has beyond those of its record, each worked out when it is asked for. */
export function computedProperties<C extends Collection>(
  collection: C,
  record: ContentRecord,
  context: Context,
): (readonly [name: string, compute: () => unknown])[] {
  const typed = recordAs(record, collection);
  if (typed === undefined) return [];
  const properties: Properties<C> = COMPUTED[collection] ?? {};
  return Object.entries(properties).map(([name, compute]) => [name, () => compute(typed, context)]);
}

/** Names of what a view of any collection has beyond its record. */
export function computedNames(collection?: string): string[] {
  const own = Object.entries(COMPUTED).filter(([name]) => collection === undefined || name === collection);
  return ["id", ...own.flatMap(([, properties]) => Object.keys(properties ?? {}))];
}

type Organisation = RecordOf<"centre"> | RecordOf<"organisations">;

const ORGANISATION: { readonly [name: string]: (record: Organisation, context: Context) => unknown } = {
  full: (record, { views }) => nameOf(record, views, "full"),
  short: (record, { views }) => nameOf(record, views, "short"),
  gender: (record, { views }) => entryOn(record, { list: "names", entries: record.data.names }, views).entry.gender,
  head: (record, context) => head(record, context),
  /** Whether it is a kindergarten, by its name. */
  preschool: (record, { views }) => isPreschool(nameOf(record, views, "full").text),
  /** Whose it is (`kind`) and the body above it (`organisation`), from its record or its name. */
  founder: (record, context) => {
    const { kind, organisation } = founderOf(context.dossier, record, context.views.date);
    return { kind, organisation: viewOf("organisations", organisation ?? undefined, context) };
  },
};

const COMPUTED: { readonly [C in Collection]?: Properties<C> } = {
  centre: {
    ...ORGANISATION,
    /** The base schools whose districts there are on the day, by the names of the districts. */
    bases: (_, { dossier, views }) =>
      [
        ...new Set(
          recordsOf(dossier, "districts")
            .filter(({ data }) => covers(data, views.date))
            .map(({ data }) => data.base),
        ),
      ]
        .map((id) => viewOf("organisations", id, { dossier, views }))
        .filter((base) => base !== null),
  },
  organisations: ORGANISATION,
  territories: {
    full: (record, { views }) => nameOf(record, views, "full"),
    short: (record, { views }) => nameOf(record, views, "short"),
    common: (record, { views }) => ({ ...nameOf(record, views, "common"), declinable: "phrase" }),
    /** Whether it is a whole region. */
    whole: (record, { views }) => isWhole(record, views.date),
  },
  districts: {
    name: ({ data: { name = "", gender = "", cases = null }, placeOf }): Declinable => ({
      declinable: "organisation",
      text: name,
      gender,
      cases,
      place: placeOf("/name"),
    }),
  },
  activities: {
    /** The first and the last day (ISO) of the term; one up to a day has only that. */
    starts: (record, { dossier, views }) => activityPeriod(dossier, record, views.date)?.spans[0]?.from ?? null,
    ends: (record, { dossier, views }) => activityPeriod(dossier, record, views.date)?.to ?? null,
    formName: ({ data }, { dossier }) => formName(dossier, data.form),
  },
  agreements: {
    /** The last day (ISO), as additional agreements of no later than the day have it; null: until the status ends. */
    lastDay: (record, { dossier, views }) => lastDayOf(dossier, record, views.date) ?? null,
  },
  results: {
    formName: ({ data }, { dossier }) => formName(dossier, data.form),
  },
  orders: {
    /** Orders that changed it, and that revoked it, not later than the day. */
    amendedBy: ({ id }, context) => viewsOf(amendmentsOf(context.dossier, id), context),
    revokedBy: ({ id }, context) => viewsOf(revocationsOf(context.dossier, id), context),
  },
  people: {
    /** The post in place of a withheld name. */
    name: (record, context) =>
      context.naming === "position" ? { ...post(record, context).name, withheld: true } : personName(record, context),
    /** Whether the edition withholds the name: the post then stands for it. */
    withheld: (_, { naming }) => naming === "position",
    position: (record, context) => post(record, context).name,
    organisation: (record, context) => viewOf("organisations", post(record, context).organisation, context),
  },
};

/** The words of a form of activities. */
function formName(dossier: Dossier, form: string | undefined): string | null {
  return form === undefined ? null : (activityForms(dossier).get(form) ?? form);
}

type ViewSource = Pick<Context, "dossier" | "views">;

function viewOf(collection: Collection, id: string | undefined, { dossier, views }: ViewSource): View | null {
  const found = findAnyRecord(dossier, collection, id ?? "");
  return found === undefined ? null : views.of(found);
}

function viewsOf(orders: readonly RecordOf<"orders">[], context: ViewSource): readonly (View | null)[] {
  const drawnUp = orders.filter(({ data }) => data.date !== undefined && data.date <= context.views.date);
  return drawnUp.map(({ id }) => viewOf("orders", id, context));
}

function personName(record: RecordOf<"people">, { naming, views }: Context): Declinable {
  const { placeOf } = record;
  const { data, pointerTo } = asOf(record.data, views.date);
  const short = naming === "initials";
  const { surname = "", gender = "", cases = null, surnameCases = null, indeclinableSurname = false } = data;
  const given = short ? initial(data.given ?? "") : (data.given ?? "");
  const patronymic = data.patronymic === undefined ? null : short ? initial(data.patronymic) : data.patronymic;
  return {
    declinable: "person",
    text: [surname, given, patronymic].filter((one) => one !== null).join(short ? "\u00a0" : " "),
    gender,
    cases: short ? null : cases,
    person: { surname, given, patronymic, gender, indeclinableSurname, surnameCases, initialsOnly: short },
    fullCases: cases,
    place: placeOf(pointerTo("surname")),
    givenPlace: placeOf(pointerTo("given")),
  };
}

/** «Анна-Мария» → «А.-М.»: where only initials may be shown the rest does not leave the records. */
function initial(name: string): string {
  return name
    .split("-")
    .map((part) => `${part.slice(0, 1)}.`)
    .join("-");
}

type Named = Organisation | RecordOf<"territories">;

function nameOf(record: Named, views: Views, which: "full" | "short" | "common"): Declinable {
  const names: readonly NonNullable<DataOf<"territories">["names"]>[number][] | undefined = record.data.names;
  const { entry, pointer } = entryOn(record, { list: "names", entries: names }, views);
  const used = entry[which] === undefined ? "full" : which;
  return {
    declinable: "organisation",
    text: entry[used] ?? "",
    gender: entry.gender ?? "",
    cases: entry.cases?.[used] ?? null,
    place: record.placeOf(`${pointer}/${used}`),
  };
}

function head(record: Organisation, context: Context): unknown {
  const valid = entryOn(record, { list: "heads", entries: record.data.heads }, context.views);
  const { person, acting } = valid.entry;
  return {
    person: viewOf("people", person, context),
    title: positionName(record, valid, findRecord(context.dossier, "people", person)),
    acting: acting === undefined ? null : { orderNumber: acting.orderNumber, orderDate: acting.orderDate },
  };
}

/** The post of whoever heads an organisation on the day is that of its head; of anybody else the one of the person's record. */
function post(
  record: RecordOf<"people">,
  { views, dossier }: ViewSource,
): { readonly name: Declinable; readonly organisation: string | undefined } {
  const headed = headedBy(dossier, record.id, views.date);
  if (headed !== undefined) {
    const valid = { entry: headed.entry, pointer: `/heads/${headed.index}` };
    const title = positionName(headed.organisation, valid, record);
    const name = headed.entry.acting === undefined ? title : actingFor(title);
    return { name, organisation: headed.organisation.id };
  }
  const valid = entryOn(record, { list: "positions", entries: record.data.positions }, views);
  return { name: positionName(record, valid, record), organisation: valid.entry.organisation };
}

function positionName(
  record: Organisation | RecordOf<"people">,
  { entry: { title = "", cases }, pointer }: Valid<NonNullable<DataOf<"people">["positions"]>[number]>,
  person: RecordOf<"people"> | undefined,
): Declinable {
  return {
    declinable: "position",
    text: title,
    gender: person === undefined ? null : (person.data.gender ?? ""),
    cases: cases ?? null,
    place: record.placeOf(`${pointer}/title`),
  };
}

/** «исполняющая обязанности директора»: the post of whoever acts for the head, in the gender of the person. */
function actingFor(title: Declinable): Declinable {
  const gender = title.gender === "feminine" ? "feminine" : "masculine";
  const acting = agreed("исполняющий", { gender }).text;
  const genitive = title.cases?.genitive ?? DECLINE.position(title.text, "genitive").text;
  return { ...title, text: `${acting} обязанности ${genitive}`, cases: null };
}

const ABSENT = {
  names: {
    finding: FINDINGS.TRC2002,
    message: (id: string, date: string): Text =>
      text(
        `Запись «${id}»: на ${numericDate(date)} нет наименования (names)`,
        `The record “${id}” has no name (names) on ${date}`,
      ),
  },
  heads: {
    finding: FINDINGS.TRC2003,
    message: (id: string, date: string): Text =>
      text(
        `Запись «${id}»: на ${numericDate(date)} нет руководителя (heads)`,
        `The record “${id}” has no head (heads) on ${date}`,
      ),
  },
  positions: {
    finding: FINDINGS.TRC2004,
    message: (id: string, date: string): Text =>
      text(
        `Запись «${id}»: на ${numericDate(date)} нет должности (positions)`,
        `The record “${id}” has no post (positions) on ${date}`,
      ),
  },
};

type Valid<Entry> = { readonly entry: Entry; readonly pointer: string };
type Dated = Period & { readonly full?: string; readonly title?: string };

/** The entry of a list that is valid on the date of the views. @throws ViewError that names the periods the list has */
function entryOn<Entry extends Dated>(
  { id, placeOf }: Pick<ContentRecord, "id" | "placeOf">,
  { list, entries = [] }: { readonly list: keyof typeof ABSENT; readonly entries: readonly Entry[] | undefined },
  { date }: Views,
): Valid<Entry> {
  const valid = validOn(entries, date);
  if (valid !== undefined) return { entry: valid.entry, pointer: `/${list}/${valid.index}` };
  const { finding, message } = ABSENT[list];
  const periods = (since: string, still: string): string =>
    entries.map(({ full, title, from = since, to = still }) => `«${full ?? title}» – ${from} … ${to}`).join("; ");
  const there = text(
    `Есть периоды: ${periods("с начала", "по сей день")}`,
    `There are periods: ${periods("from the beginning", "to this day")}`,
  );
  throw new ViewError(
    raise(finding, {
      message: message(id, date),
      hints: [...(entries.length > 0 ? [there] : []), finding.hints],
      place: placeOf(`/${list}`),
      pointer: `/${list}`,
    }),
  );
}
