import { calendarOf, documentDate, headOn, isEmployed, isHead, revokedOn, type WorkCalendar } from "../facts/index.ts";
import {
  type Collection,
  type ContentRecord,
  type Dossier,
  findRecord,
  type RecordOf,
  recordsOf,
} from "../records/index.ts";
import { type Fields, string } from "./values.ts";

/** An official document among the records: what it is called and when it was made. */
export type DatedRecord = {
  readonly record: ContentRecord;
  readonly date: string;
  /** Pointer to the date in the record. */
  readonly pointer: string;
};

/** Collections whose records are official documents. */
const OFFICIAL = ["orders", "agreements", "reports", "regulations", "plans", "documents"] as const;

/** What the rules may ask of the records of one centre. Answers of a record with missing parts are empty, never a fault. */
export class Facts {
  readonly dossier: Dossier;
  readonly calendar: WorkCalendar;
  readonly settings: Fields;
  /** Day of the check, ISO; null when the check must not depend on the day it is made. */
  readonly today: string | null;
  /** Kinds and their retention, by id. */
  readonly kinds: ReadonlyMap<string, KindFacts>;
  /** The documents that the regulation asks for. */
  readonly required: readonly RequiredFacts[];
  #documents: readonly DatedRecord[] | null = null;

  constructor(
    dossier: Dossier,
    kinds: ReadonlyMap<string, KindFacts>,
    today: string | null,
    required: readonly RequiredFacts[],
  ) {
    this.required = required;
    this.dossier = dossier;
    this.kinds = kinds;
    this.today = today;
    this.settings = this.find("settings", "settings")?.data ?? {};
    this.calendar = calendarOf(dossier);
  }

  all<C extends Collection>(collection: C): readonly RecordOf<C>[] {
    return recordsOf(this.dossier, collection);
  }

  ofKind<C extends Collection>(collection: C, ...kinds: readonly string[]): readonly RecordOf<C>[] {
    return this.all(collection).filter(({ kind }) => kind !== null && kinds.includes(kind));
  }

  find<C extends Collection>(collection: C, id: unknown): RecordOf<C> | undefined {
    return typeof id === "string" ? findRecord(this.dossier, collection, id) : undefined;
  }

  get centre(): RecordOf<"centre"> | undefined {
    return this.find("centre", "centre");
  }

  /** The centre and all organisations. */
  get organisations(): readonly ContentRecord[] {
    return [...this.all("centre"), ...this.all("organisations")];
  }

  get documents(): readonly DatedRecord[] {
    this.#documents ??= OFFICIAL.flatMap((collection) => this.all(collection)).flatMap(
      (record) => this.dated(record) ?? [],
    );
    return this.#documents;
  }

  /** The last day that is known to have come: of the check, or of a document. */
  get latest(): string {
    return [this.today ?? "", ...this.documents.map(({ date }) => date)].sort().at(-1) ?? "";
  }

  /** Date of a document by its record, where its kind has it. */
  dated(record: ContentRecord | undefined): DatedRecord | undefined {
    if (record === undefined) return undefined;
    const found = documentDate(this.dossier, record, this.kinds.get(record.kind ?? "")?.date);
    return found && { record, ...found };
  }

  /** «приказ от 05.09.2025 № 145-ОД», as short as a message wants it. */
  named(record: ContentRecord): string {
    const number = string(record.data.number);
    return number === undefined ? `«${record.id}»` : `№ ${number}`;
  }

  fullName(id: unknown): string {
    const person = this.find("people", id)?.data ?? {};
    const parts = [person.surname, person.given, person.patronymic].filter((part) => typeof part === "string");
    return parts.length > 0 ? parts.join(" ") : String(id);
  }

  /** True when the person heads the organisation on the date. */
  isHead(organisation: string | undefined, person: string, date: string): boolean {
    return isHead(this.dossier, person, organisation, date);
  }

  /** The head of the organisation on the date. */
  headOn(organisation: string | undefined, date: string): string | undefined {
    return headOn(this.dossier, organisation, date);
  }

  /** True when the person has a post in the organisation on the date, be it that of its head. */
  employed(person: string, organisation: string, date: string): boolean {
    return isEmployed(this.dossier, person, organisation, date);
  }

  /** Orders that are no longer in force on the date: revoked. */
  revokedOn(date: string): ReadonlySet<string> {
    return revokedOn(this.dossier, date);
  }

  /** Order that grants the status to the centre, the earliest one. */
  get statusOrder(): DatedRecord | undefined {
    return this.ofKind("orders", "order-status")
      .filter(({ data }) => data.action === "grant" && data.recipient === "centre")
      .flatMap((record) => this.dated(record) ?? [])
      .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  }
}

/** What the rules need of a document kind. */
export type KindFacts = {
  readonly id: string;
  readonly title: string;
  readonly article: string | null;
  readonly collection: string;
  /** Path in the record to the date of the document. */
  readonly date: string | null;
};

/** What the rules need of a required document: any of the kinds answers; `due` (ММ-ДД) is its day in the school year. */
export type RequiredFacts = { readonly title: string; readonly kinds: readonly string[]; readonly due?: string };
