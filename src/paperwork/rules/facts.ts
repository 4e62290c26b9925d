import {
  type Collection,
  type ContentRecord,
  type Dossier,
  findRecord,
  type RecordOf,
  recordsOf,
} from "../records/index.ts";
import { day, type Fields, fields, list, string, within } from "./values.ts";
import { WorkCalendar } from "./work-calendar.ts";

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

  constructor(dossier: Dossier, kinds: ReadonlyMap<string, KindFacts>, today: string | null) {
    this.dossier = dossier;
    this.kinds = kinds;
    this.today = today;
    this.settings = this.find("settings", "settings")?.data ?? {};
    this.calendar = new WorkCalendar(
      this.all("calendar").map(({ data }) => data),
      this.settings["workWeek"] === 6 ? 6 : 5,
    );
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
    return OFFICIAL.flatMap((collection) => this.all(collection)).flatMap((record) => this.dated(record) ?? []);
  }

  /** The last day that is known to have come: of the check, or of a document. */
  get latest(): string {
    return [this.today ?? "", ...this.documents.map(({ date }) => date)].sort().at(-1) ?? "";
  }

  /** Date of a document by its record: its own, of its approval, or of the order that approves it. */
  dated(record: ContentRecord | undefined): DatedRecord | undefined {
    if (record === undefined) return undefined;
    const own = day(record.data["date"]);
    if (own !== undefined) return { record, date: own, pointer: "/date" };
    const approved = day(fields(record.data["approved"])["date"]);
    if (approved !== undefined) return { record, date: approved, pointer: "/approved/date" };
    if (record.collection !== "regulations") return undefined;
    const order = day(this.find("orders", record.data["approvedBy"])?.data["date"]);
    return order === undefined ? undefined : { record, date: order, pointer: "/approvedBy" };
  }

  /** «приказ от 05.09.2025 № 145-ОД», as short as a message wants it. */
  named(record: ContentRecord): string {
    const number = string(record.data["number"]);
    return number === undefined ? `«${record.id}»` : `№ ${number}`;
  }

  fullName(id: unknown): string {
    const person = this.find("people", id)?.data ?? {};
    const parts = [person["surname"], person["given"], person["patronymic"]].filter((part) => typeof part === "string");
    return parts.length > 0 ? parts.join(" ") : String(id);
  }

  /** True when the person heads the organisation on the date. */
  isHead(organisation: unknown, person: unknown, date: string): boolean {
    const heads = list(this.find("organisations", organisation)?.data["heads"]);
    return heads.some((head) => fields(head)["person"] === person && within(date, fields(head)));
  }

  /** The head of the organisation on the date. */
  headOn(organisation: unknown, date: string): string | undefined {
    const heads = list(this.find("organisations", organisation)?.data["heads"]).map(fields);
    return string(heads.find((head) => within(date, head))?.["person"]);
  }

  /** True when the person has a post in the organisation (any, when it is undefined) on the date. */
  employed(person: unknown, organisation: unknown, date: string): boolean {
    const positions = list(this.find("people", person)?.data["positions"]).map(fields);
    return positions.some(
      (position) => (organisation === undefined || position["organisation"] === organisation) && within(date, position),
    );
  }

  /** Orders that are no longer in force on the date: revoked, or repealed. */
  revokedOn(date: string): ReadonlySet<string> {
    const revoked = new Set<string>();
    for (const order of this.ofKind("orders", "order-revocation")) {
      const from = day(order.data["from"]) ?? day(order.data["date"]);
      if (from !== undefined && from <= date)
        for (const id of list(order.data["revokes"])) if (typeof id === "string") revoked.add(id);
    }
    return revoked;
  }

  /** Order that grants the status to the centre, the earliest one. */
  get statusOrder(): DatedRecord | undefined {
    return this.ofKind("orders", "order-status")
      .filter(({ data }) => data["action"] === "grant" && data["recipient"] === "centre")
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
};
