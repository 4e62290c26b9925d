import { type Diagnostic, type Text, text } from "../../base/diagnostics/index.ts";
import { addDays, posixPath } from "../../base/text/index.ts";
import { isFields, propertiesOf, schemaAt, type YamlData } from "../../base/yaml/index.ts";
import type { Term } from "../../language/index.ts";
import { amendmentsOf, calendarOf, lastDayOf, schoolYearOf } from "../../paperwork/facts/index.ts";
import {
  anyRecordsOf,
  type ContentFile,
  type ContentRecord,
  findAnyRecord,
  readRecords,
} from "../../paperwork/records/index.ts";
import { stampedWithYear } from "../../paperwork/register/index.ts";
import { modeline, type Project } from "../../project/reading/index.ts";
import { dateAndNumber } from "./date-and-number.ts";
import type { Fields } from "./fill-record.ts";
import { recordForm } from "./record-form.ts";
import { recordName } from "./record-name.ts";
import { type RecordType, recordTypes } from "./record-types.ts";
import { freeName } from "./slug.ts";
import { calendarText } from "./year-calendar.ts";
import { movedTerm, sameWeekday } from "./year-days.ts";
import { RecordMover, type YearNote } from "./year-move.ts";
import { dayOf, type SchoolYear, type YearSet } from "./year-set.ts";
import type { YearPair } from "./year-texts.ts";

/** A record of the new year, and the one it comes from; null: from what the program knows. */
export type YearFile = {
  readonly file: string;
  readonly inside: string;
  readonly from: string | null;
  readonly text: string;
  readonly notes: readonly Text[];
};

/** Turns the records of a school year into those of another one, one after another: each is made among those that were made before it. */
export class YearMaker {
  readonly made: YearFile[] = [];
  #project: Project;
  readonly #types: readonly RecordType[];
  readonly #years: { readonly from: YearPair; readonly to: YearPair };
  readonly #next: SchoolYear;
  readonly #renamed = new Map<string, string>();

  constructor(project: Project, old: SchoolYear, next: SchoolYear) {
    this.#project = project;
    this.#types = recordTypes(project);
    this.#next = next;
    this.#years = { from: pairOf(old), to: pairOf(next) };
  }

  /** The project with what has been made. */
  get project(): Project {
    return this.#project;
  }

  /** «2027/2028». */
  get year(): string {
    const { first, last } = this.#years.to;
    return `${first}/${last}`;
  }

  /** Makes the calendars and then the records of a set. */
  make(set: YearSet): void {
    for (const year of [this.#years.to.first, this.#years.to.last])
      if (findAnyRecord(this.#project.dossier, "calendar", String(year)) === undefined) this.#calendar(year);
    this.#renamed.set(`plans/${set.plan.id}`, `${this.#years.to.first}-${this.#years.to.last}`);
    for (const record of set.documents) this.#document(record);
    const plan = findAnyRecord(this.#project.dossier, "plans", set.plan.id);
    if (plan !== undefined) this.#plan(plan);
    const activities = set.activities.map((record) => this.#activity(record));
    this.#add(activities);
    if (set.nomenclature !== undefined) this.#nomenclature(set.nomenclature);
  }

  /** What `trc check` will say of the records that were made: the places to fill in. */
  gaps(): readonly Diagnostic[] {
    const own = new Set(this.made.map(({ file }) => file));
    return this.#project.findings.filter(({ place }) => place !== undefined && own.has(place.file));
  }

  #calendar(year: number): void {
    const inside = `calendar/${year}.yaml`;
    const { text: body, notes } = calendarText(this.#project, year);
    this.#add([this.#file(inside, null, body, notes)]);
  }

  /** An order or an agreement: on its day, with the next number of its series. */
  #document(record: ContentRecord): void {
    const { dossier } = this.#project;
    const type = this.#typeOf(record);
    const properties = propertiesOf(dossier.schemas, schemaAt(this.#project.schemas, record.schema));
    const given = new Map<string, YamlData>(Object.entries(record.data));
    const records = anyRecordsOf(dossier, record.collection);
    const begun = { dossier, type, has: (key: string) => properties.has(key), records, earlier: [] };
    dateAndNumber({ ...begun, given, options: { date: this.#dayFor(record) } });
    const { number = null, date = null } = Object.fromEntries(given);
    const mover = this.#mover(record, String(date));
    const ended = lastDayOf(dossier, record, this.#next.from);
    const data = { ...afterTerm(this.#moved(record, mover, ["number", "date"]), ended), number, date };
    for (const { data: amendment } of amendmentsOf(dossier, record.id))
      mover.note(
        "",
        text(
          `приказ изменён приказом № ${amendment.number}: учтите изменения`,
          `the order was amended by No. "${amendment.number}": take that in`,
        ),
      );
    if (ended === undefined && record.kind !== "order-general")
      mover.note(
        "",
        text(
          `прежний приказ № ${record.data.number} бессрочный: если он утратит силу, издайте приказ: trc new order-revocation --of ${record.id}`,
          `the earlier order No. "${record.data.number}" has no end: if it ceases to be in force, issue an order: trc new order-revocation --of ${record.id}`,
        ),
        false,
      );
    const { id, inside } = this.#named(record, data);
    this.#renamed.set(`${record.collection}/${record.id}`, id);
    this.#add([this.#record(record, inside, data, mover.notes)]);
  }

  #plan(record: ContentRecord): void {
    const { dossier } = this.#project;
    const order = (record.data.approved as Fields | undefined)?.order;
    const renamed = typeof order === "string" ? this.#renamed.get(`orders/${order}`) : undefined;
    const approving = renamed === undefined ? undefined : findAnyRecord(dossier, "orders", renamed);
    const mover = this.#mover(record, approving === undefined ? this.#dayFor(record) : dayOf(dossier, approving));
    const data = this.#moved(record, mover);
    if (data.indicators !== undefined)
      mover.note(
        "indicators",
        text(
          "плановые значения показателей и мероприятий – прошлого года",
          "the targets of indicators and activities are those of last year",
        ),
      );
    this.#add([this.#record(record, this.#named(record, data).inside, data, mover.notes)]);
  }

  #activity(record: ContentRecord): YearFile {
    const { dossier } = this.#project;
    const mover = this.#mover(record, this.#next.from, "");
    const { first } = this.#years.to;
    const move = { years: first - this.#years.from.first, days: calendarOf(dossier) };
    const { term, unsure } = movedTerm((record.data.period ?? {}) as Term, first, move);
    if (unsure)
      mover.note(
        "period",
        text(
          `срок был назван словами: «${(record.data.period as Term).text}»`,
          `the term was in words: «${(record.data.period as Term).text}»`,
        ),
      );
    const data = { ...this.#moved(record, mover, ["period"]), period: term as YamlData };
    return this.#record(record, this.#named(record, data).inside, data, mover.notes);
  }

  /** The nomenclature of the calendar year that the school year ends in, drawn up before it begins. */
  #nomenclature(record: ContentRecord): void {
    const { dossier } = this.#project;
    const days = calendarOf(dossier);
    const year = this.#years.to.last;
    const old = Number(record.data.year);
    const drawnUp = sameWeekday(dayOf(dossier, record), { years: year - old, days });
    const before = days.onOrBefore(`${year - 1}-12-31`);
    const mover = this.#mover(record, [drawnUp, before].sort()[0] ?? before);
    const data = { ...this.#moved(record, mover, ["year"]), year };
    if (year - old > 1) {
      const between = year - old === 2 ? `${old + 1}` : `${old + 1}–${year - 1}`;
      mover.note(
        "year",
        text(
          `номенклатуры на ${between} год нет, дела этого времени ведут по номенклатуре на ${old} год; если она нужна: trc new ${record.kind}`,
          `there is no nomenclature of ${between}, the cases of that time go by the one of ${old}; if one is needed: trc new ${record.kind}`,
        ),
      );
    }
    const { inside } = this.#named(record, data, record.id.replace(String(old), String(year)));
    this.#add([this.#record(record, inside, data, mover.notes)]);
  }

  /** @param without properties that are set otherwise */
  #moved(record: ContentRecord, mover: RecordMover, without: readonly string[] = []): Fields {
    const data = Object.fromEntries(Object.entries(record.data).filter(([key]) => !without.includes(key)));
    return mover.record(data, schemaAt(this.#project.schemas, record.schema));
  }

  #mover(record: ContentRecord, to: string, from = dayOf(this.#project.dossier, record)): RecordMover {
    const { dossier } = this.#project;
    return new RecordMover({ dossier, years: this.#years, renamed: this.#renamed, drawnUp: { from, to } });
  }

  /** The day of the new document: the same day of the week, in the new school year. */
  #dayFor(record: ContentRecord): string {
    const { dossier } = this.#project;
    const day = dayOf(dossier, record);
    const years = this.#years.to.first - this.#yearOf(day);
    return day === "" ? this.#next.from : sameWeekday(day, { years, days: calendarOf(dossier) });
  }

  /** The first year of the school year that a paper is of: one of the summer before the old year is of the year that begins then. */
  #yearOf(day: string): number {
    const before = day < `${this.#years.from.first}-09-01`;
    return before && day.slice(5) >= "06-01" ? Number(day.slice(0, 4)) : schoolYearOf(day);
  }

  #typeOf(record: ContentRecord): RecordType {
    const found = this.#types.find(({ collection, kind }) => collection === record.collection && kind === record.kind);
    return (
      found ?? {
        name: record.collection,
        title: record.id,
        collection: record.collection,
        kind: record.kind,
        schema: record.schema,
        sample: null,
      }
    );
  }

  /** Name and place: by the number; else the old name with the new year in it. */
  #named(
    record: ContentRecord,
    data: Fields,
    turned = this.#turned(record.id),
  ): { readonly id: string; readonly inside: string } {
    const own = turned === record.id ? `${record.id}-${this.#years.to.first}` : turned;
    const taken = (id: string): boolean => findAnyRecord(this.#project.dossier, record.collection, id) !== undefined;
    const wanted = typeof data.number === "string" || record.collection === "plans" ? undefined : freeName(own, taken);
    const { value } = recordName(this.#project, this.#typeOf(record), { data, wanted });
    if (value === undefined) throw new Error(`no name for what comes from ${record.source}`);
    return value;
  }

  #turned(id: string): string {
    const { from, to } = this.#years;
    const years = new Map([
      [from.first, to.first],
      [from.last, to.last],
    ]);
    return id.replace(/(?<!\d)20\d\d(?!\d)/g, (year) => String(years.get(Number(year)) ?? year));
  }

  #record(record: ContentRecord, inside: string, data: Fields, notes: readonly YearNote[]): YearFile {
    const { schemas } = this.#project;
    const locations = schemaAt(schemas, record.schema);
    const open = new Set(
      notes.flatMap(({ property, unsure }) =>
        unsure && data[property] !== undefined && !JSON.stringify(data[property]).includes("null") ? [property] : [],
      ),
    );
    const confirm =
      open.size > 0 && propertiesOf(schemas, locations).has("unconfirmed") ? { unconfirmed: [...open] } : {};
    const whole = { ...data, ...confirm };
    const form = recordForm({ schemas, locations, data: whole, order: Object.keys(record.data), teach: false });
    const { first, last } = this.#years.from;
    const heading = `# Перенесено из ${record.source} (${first}/${last} учебный год): проверьте, пустые места заполните.\n`;
    const shown = notes.map(({ message, property }) =>
      property === "" ? message : text(`${property}: ${message.ru}`, `${property}: ${message.en}`),
    );
    return this.#file(
      inside,
      record.source,
      `${modeline(this.#project, inside, record.schema)}\n${heading}${form}`,
      shown,
    );
  }

  #file(inside: string, from: string | null, body: string, notes: readonly Text[]): YearFile {
    return {
      file: `${posixPath(this.#project.content)}/${inside}`,
      inside,
      from,
      text: stampedWithYear(body, this.year),
      notes,
    };
  }

  /** Reads what was made, so that the next record sees it. */
  #add(files: readonly YearFile[]): void {
    this.made.push(...files);
    const { files: known, schemas, dossier } = this.#project;
    const added = files.map(
      ({ file, inside, text: body }): ContentFile => ({ path: file, inside, bytes: new TextEncoder().encode(body) }),
    );
    const all = [...known, ...added];
    const { value, diagnostics } = readRecords(all, schemas, dossier.kinds);
    if (value === undefined) throw new Error("what was made cannot be read");
    this.#project = { ...this.#project, files: all, dossier: value, findings: diagnostics };
  }
}

function pairOf({ from, to }: SchoolYear): YearPair {
  return { first: Number(from.slice(0, 4)), last: Number(to.slice(0, 4)) };
}

/** A paper of the summer begins when the one before it has ended: its term (`term` of an agreement, `from` and `to` of an order) does not lie across the old one. */
function afterTerm(data: Fields, ended: string | undefined): Fields {
  const { term, from, to } = data;
  if (isFields(term)) return { ...data, term: afterTerm(term, ended) };
  const across =
    typeof from === "string" && typeof to === "string" && ended !== undefined && from <= ended && ended < to;
  return across ? { ...data, from: addDays(ended, 1) } : data;
}
