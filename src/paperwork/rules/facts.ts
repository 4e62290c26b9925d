import { calendarOf, documentDate, documentNumber, type Requirement, type WorkCalendar } from "../facts/index.ts";
import {
  asAmended,
  type Collection,
  type ContentRecord,
  type DataOf,
  type Dossier,
  findRecord,
  fullName,
  type RecordOf,
  recordsOf,
} from "../records/index.ts";

/** A record that is an official document. */
export type OfficialRecord =
  | RecordOf<"orders">
  | RecordOf<"agreements">
  | RecordOf<"reports">
  | RecordOf<"regulations">
  | RecordOf<"plans">
  | RecordOf<"documents">;

/** An official document and when it was made. */
export type DatedRecord<Of extends ContentRecord = OfficialRecord> = {
  readonly record: Of;
  readonly date: string;
  /** Pointer to the date in the record. */
  readonly pointer: string;
};

/** What the rules may ask of the records of one centre. Answers of a record with missing parts are empty, never a fault. */
export class Facts {
  readonly dossier: Dossier;
  readonly calendar: WorkCalendar;
  readonly settings: DataOf<"settings">;
  /** Day of the check, ISO; null when the check must not depend on the day it is made. */
  readonly today: string | null;
  /** Kinds and their retention, by id. */
  readonly kinds: ReadonlyMap<string, KindFacts>;
  /** The documents that the regulation asks for. */
  readonly required: readonly Requirement[];
  /** True when the documents are made to be signed, not as a draft or for a check. */
  readonly final: boolean;
  /** Nothing but the findings in this file is asked for. */
  readonly only: string | undefined;
  #documents: readonly DatedRecord[] | null = null;

  constructor({ dossier, kinds, today, required = [], final = false, only }: FactsInput) {
    this.final = final;
    this.only = only;
    this.required = required;
    this.dossier = dossier;
    this.kinds = new Map(kinds.map((kind) => [kind.id, kind]));
    this.today = today;
    this.settings = this.find("settings", "settings")?.data ?? {};
    this.calendar = calendarOf(dossier);
  }

  /** A record as it stands with all that acts have changed in it: what was planned and agreed in the end. */
  amended<C extends Collection>(collection: C, id: string | undefined): RecordOf<C> | undefined {
    const record = this.find(collection, id);
    return record && asAmended(record);
  }

  /** The records of a collection, of the kinds when any are named. The centre stands first among the organisations. */
  all<C extends Collection>(collection: C, ...kinds: readonly string[]): readonly RecordOf<C>[] {
    const own = recordsOf(this.dossier, collection);
    if (collection === "organisations") return [...recordsOf(this.dossier, "centre" as C), ...own];
    return kinds.length === 0 ? own : own.filter(({ kind }) => kind !== null && kinds.includes(kind));
  }

  find<C extends Collection>(collection: C, id: string | undefined): RecordOf<C> | undefined {
    return findRecord(this.dossier, collection, id);
  }

  get centre(): RecordOf<"centre"> | undefined {
    return this.find("centre", "centre");
  }

  get documents(): readonly DatedRecord[] {
    this.#documents ??= [
      ...this.all("orders"),
      ...this.all("agreements"),
      ...this.all("reports"),
      ...this.all("regulations"),
      ...this.all("plans"),
      ...this.all("documents"),
    ].flatMap((record) => this.dated(record) ?? []);
    return this.#documents;
  }

  /** The last day that is known to have come: of the check, or of a document. */
  get latest(): string {
    return [this.today ?? "", ...this.documents.map(({ date }) => date)].sort().at(-1) ?? "";
  }

  /** Date of a document by its record, where its kind has it. */
  dated<Of extends ContentRecord>(record: Of | undefined): DatedRecord<Of> | undefined {
    if (record === undefined) return undefined;
    const found = documentDate(this.dossier, record, this.kinds.get(record.kind ?? "")?.date);
    return found && { record, ...found };
  }

  /** «№ 145-ОД», or the id of a document without a number: «status-2025». */
  named(record: ContentRecord): string {
    const number = documentNumber(this.dossier, record);
    return number === undefined ? `«${record.id}»` : `№ ${number}`;
  }

  fullName(id: string | undefined): string {
    return fullName(this.find("people", id)?.data ?? {}) || String(id);
  }

  /** Order that grants the status to the centre, the earliest one. */
  get statusOrder(): DatedRecord<RecordOf<"orders">> | undefined {
    return this.all("orders", "order-status")
      .filter(({ data }) => data.action === "grant" && data.recipient === "centre")
      .flatMap((record) => this.dated(record) ?? [])
      .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  }
}

/** The records, and what the rules need beside them. */
export type FactsInput = {
  readonly dossier: Dossier;
  readonly kinds: readonly KindFacts[];
  /** The documents that the regulation asks for. */
  readonly required?: readonly Requirement[];
  /** Day of the check, ISO; null: no rule may depend on it. */
  readonly today: string | null;
  /** True when the documents are made to be signed; without it a draft or a check. */
  readonly final?: boolean;
  /** Nothing but the findings in this file is asked for. */
  readonly only?: string | undefined;
};

/** What the rules need of a document kind. */
export type KindFacts = {
  readonly id: string;
  readonly title: string;
  readonly article: string | null;
  readonly collection: string;
  /** Path in the record to the date of the document. */
  readonly date: string | null;
};
