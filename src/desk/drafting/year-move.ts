import { type Text, text } from "../../base/diagnostics/index.ts";
import { addDays, isDay, numericDate } from "../../base/text/index.ts";
import {
  isFields,
  itemsOf,
  propertiesOf,
  referenceOf,
  type SchemaLocation,
  type YamlData,
} from "../../base/yaml/index.ts";
import {
  calendarOf,
  covers,
  daysBetween,
  endedOn,
  headedBy,
  headOn,
  lastDayOf,
  revokedOn,
  type WorkCalendar,
} from "../../paperwork/facts/index.ts";
import {
  anyRecordsOf,
  type ContentRecord,
  type Dossier,
  findAnyRecord,
  findRecord,
} from "../../paperwork/records/index.ts";
import type { Fields } from "./fill-record.ts";
import { sameDay, sameTerm, sameWeekday } from "./year-days.ts";
import { movedText, type YearPair } from "./year-texts.ts";

/** What a record moves with: the years, the new names of records that have moved before it, and the day it was and will be drawn up. */
export type YearMove = {
  readonly dossier: Dossier;
  readonly years: { readonly from: YearPair; readonly to: YearPair };
  /** New names by `collection/id`. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly drawnUp: { readonly from: string; readonly to: string };
};

/** What became of a property of a moved record; `unsure` when a person has to confirm it. */
export type YearNote = { readonly property: string; readonly message: Text; readonly unsure: boolean };

/** Properties that belong to the record of their year alone. */
const OF_ITS_YEAR = new Set(["waivers", "unconfirmed"]);

/** Moves the data of one record into another school year, by what the schema says of each value. */
export class RecordMover {
  readonly notes: YearNote[] = [];
  readonly #move: YearMove;
  readonly #days: WorkCalendar;
  readonly #years: number;
  #property = "";

  constructor(move: YearMove) {
    this.#move = move;
    this.#days = calendarOf(move.dossier);
    this.#years = move.years.to.first - move.years.from.first;
  }

  /** The data of a record; what is not known is null. */
  record(data: Fields, locations: readonly SchemaLocation[]): Fields {
    const properties = propertiesOf(this.#move.dossier.schemas, locations);
    return Object.fromEntries(
      Object.entries(data)
        .filter(([key]) => !OF_ITS_YEAR.has(key))
        .map(([key, value]) => {
          this.#property = key;
          return [key, this.#value(value, properties.get(key) ?? [], key)];
        }),
    );
  }

  /** Says what became of a property. */
  note(property: string, message: Text, unsure = true): void {
    this.notes.push({ property, message, unsure });
  }

  #value(value: YamlData, locations: readonly SchemaLocation[], key: string): YamlData {
    if (typeof value === "string") return this.#string(value, locations, key);
    if (Array.isArray(value)) return this.#list(value, itemsOf(this.#move.dossier.schemas, locations), key);
    if (!isFields(value)) return value;
    const properties = propertiesOf(this.#move.dossier.schemas, locations);
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, this.#value(one, properties.get(name) ?? [], name)]),
    );
  }

  /** Whoever has left is no longer in a list; a list of nobody else keeps an empty place. */
  #list(items: readonly YamlData[], locations: readonly SchemaLocation[], key: string): YamlData {
    const moved = items.map((item) => this.#value(item, locations, key));
    if (referenceOf(locations) === null) return moved;
    const known = [...new Set(moved.filter((one) => one !== null))];
    return known.length > 0 ? known : moved.slice(0, 1);
  }

  #string(value: string, locations: readonly SchemaLocation[], key: string): YamlData {
    const target = referenceOf(locations);
    if (target !== null) return this.#reference(target, value);
    if (isDay(value)) return this.#day(value, key);
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return sameDay(value, this.#years);
    if (locations.some(({ node }) => "enum" in node || "const" in node || "pattern" in node)) return value;
    const { text: moved, unsure } = movedText(value, this.#move.years.from, this.#move.years.to);
    if (unsure)
      this.note(
        this.#property,
        text(`текст говорит о прежнем времени: «${value}»`, `the text speaks of the time before: «${value}»`),
      );
    return moved;
  }

  /** Days of documents and events keep the day of the week, terms the day of the month; nothing that followed the document comes before it. */
  #day(value: string, key: string): string {
    const { from, to } = this.#move.drawnUp;
    if (value === from) return to;
    const move = { years: this.#years, days: this.#days };
    const moved = key === "date" ? sameWeekday(value, move) : sameTerm(value, move, key === "from");
    if (from === "" || moved >= to || value < from) return moved;
    return this.#days.onOrAfter(addDays(to, daysBetween(from, value)));
  }

  #reference(collection: string, id: string): YamlData {
    const renamed = this.#move.renamed.get(`${collection}/${id}`);
    if (renamed !== undefined) return renamed;
    if (collection === "people") return this.#person(id);
    const record = findAnyRecord(this.#move.dossier, collection, id);
    return record === undefined ? id : this.#document(record);
  }

  /** The person who still works on the day; of a head who has left, the head of that day. */
  #person(id: string): YamlData {
    const { dossier, drawnUp } = this.#move;
    const person = findRecord(dossier, "people", id)?.data;
    const headed = headedBy(dossier, id, drawnUp.from);
    if (person === undefined || headedBy(dossier, id, drawnUp.to) !== undefined) return id;
    const { positions = [] } = person;
    const works = positions.some((post) => covers(post, drawnUp.to));
    if (headed === undefined && (works || positions.length === 0)) return id;
    const head = headed === undefined ? undefined : headOn(dossier, headed.organisation.id, drawnUp.to);
    const day = numericDate(drawnUp.to);
    const name = person.surname ?? id;
    this.note(
      this.#property,
      head === undefined
        ? text(`${name} на ${day} уже не работает`, `${name} has no post on ${drawnUp.to}`)
        : text(
            `${name} на ${day} уже не возглавляет: поставлен новый руководитель`,
            `${name} is no head on ${drawnUp.to}: the new one was set`,
          ),
      head === undefined || works,
    );
    return head ?? null;
  }

  /** The document if it is in force on the day, else the one of its kind that is. */
  #document(record: ContentRecord): YamlData {
    const { dossier, drawnUp } = this.#move;
    if (!isOver(dossier, record, drawnUp.to)) return record.id;
    const next = anyRecordsOf(dossier, record.collection)
      .filter(
        ({ kind, data }) =>
          kind === record.kind && kind !== null && String(data.date ?? "") > String(record.data.date ?? ""),
      )
      .filter(
        (one) =>
          String(one.data.date ?? "") <= drawnUp.to &&
          one.data.action !== "revoke" &&
          !isOver(dossier, one, drawnUp.to),
      )
      .sort((a, b) => (String(a.data.date) < String(b.data.date) ? -1 : 1))
      .at(-1);
    if (next !== undefined) return next.id;
    const { number = record.id } = record.data;
    const day = numericDate(drawnUp.to);
    this.note(
      this.#property,
      text(
        `документ № ${number} на ${day} уже не действует: назовите тот, что действует`,
        `document No. "${number}" is no longer in force on ${drawnUp.to}: name the one that is`,
      ),
    );
    return null;
  }
}

/** True when the term of the document has ended by the day, or others have ended it. */
function isOver(dossier: Dossier, record: ContentRecord, day: string): boolean {
  const until = lastDayOf(dossier, record, day);
  const gone =
    record.collection === "orders" && (revokedOn(dossier, day).has(record.id) || endedOn(dossier, day).has(record.id));
  return gone || (until !== undefined && until < day);
}
