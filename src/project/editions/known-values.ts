import { escapeExpression } from "../../base/text/index.ts";
import { CASES, declinePerson, declineSurname, type PersonName } from "../../language/index.ts";
import { asOf } from "../../paperwork/facts/index.ts";
import {
  allRecords,
  anyRecordsOf,
  type ContentRecord,
  type DataOf,
  type Dossier,
  findRecord,
  recordAs,
  recordLeaves,
} from "../../paperwork/records/index.ts";
import { normalText } from "./normal-text.ts";
import { shapesIn } from "./shapes.ts";
import { strangersIn } from "./strangers.ts";

/** A person in every form in which a document may print the name. Forms are normal texts in lower case. */
export type KnownPerson = {
  readonly record: ContentRecord;
  readonly surnames: ReadonlySet<string>;
  /** Given name, with the patronymic when there is one. */
  readonly givenNames: ReadonlySet<string>;
  /** First letters of the given name and of the patronymic, upper case. */
  readonly initials: readonly [string, string | null];
};

/** A phone, account or address that is never shown. */
type KnownValue = {
  readonly record: ContentRecord;
  readonly pointer: string;
  readonly kind: "email" | "number";
  readonly pattern: RegExp;
};

/** Personal values of the records, which a public text must not hold. */
export type KnownValues = {
  readonly people: readonly KnownPerson[];
  readonly values: readonly KnownValue[];
  /** Digits of the phones and codes, and the addresses, that organisations publish. */
  readonly kept: ReadonlySet<string>;
  /** Proper names of organisations and places, and words that the settings say are no surnames; the longest first. */
  readonly properNames: readonly string[];
  /** Printed texts of each record that may hold a name, a number or an address: only these need a close look. */
  readonly suspects: ReadonlyMap<ContentRecord, readonly { readonly pointer: string; readonly text: string }[]>;
};

/** Fewer digits than this identify nobody. */
const MIN_DIGITS = 6;

/** Where an organisation publishes its contacts and codes. A number typed elsewhere, say in place of a post, is nobody's published one. */
const PUBLISHED = /^\/(earlier\/\d+\/)?(phone|email|inn|kpp|ogrn|okpo)$/;

/** What the records hold that a public text must not, and what it may though it looks alike. */
export function knownValues(dossier: Dossier): KnownValues {
  const records = allRecords(dossier);
  const organisations = records.filter(({ collection }) => collection === "centre" || collection === "organisations");
  const kept = new Set(
    organisations.flatMap((record) =>
      recordLeaves(dossier.schemas, record)
        .filter(({ pointer, policy }) => policy === "keep" && PUBLISHED.test(pointer))
        .flatMap(({ value }) => contactKeys(String(value))),
    ),
  );
  const people = anyRecordsOf(dossier, "people").map(knownPerson);
  return {
    people,
    suspects: suspects(dossier, records, people),
    // An approval and an entry of the register withhold no number of anyone's: they name documents, and their text is of those.
    values: records
      .filter(({ collection }) => collection !== "approvals" && collection !== "register")
      .flatMap((record) => withheldValues(dossier, record, kept)),
    kept,
    properNames: properNames(dossier, records),
  };
}

function suspects(
  dossier: Dossier,
  records: readonly ContentRecord[],
  people: readonly KnownPerson[],
): KnownValues["suspects"] {
  const words = people.flatMap(({ surnames, givenNames, record }) => [...surnames, ...givenNames, record.id]);
  const suspicious = (text: string): boolean => {
    const lower = text.toLowerCase();
    return (
      digits(text).length >= MIN_DIGITS ||
      words.some((word) => lower.includes(word)) ||
      shapesIn(text).length > 0 ||
      strangersIn(text).length > 0
    );
  };
  const entries = records.map((record) => {
    const texts = recordLeaves(dossier.schemas, record)
      .filter(({ policy }) => policy === "keep")
      .map(({ pointer, value }) => ({ pointer, text: normalText(String(value)) }));
    return [record, texts.filter(({ text }) => suspicious(text))] as const;
  });
  return new Map(entries.filter(([, texts]) => texts.length > 0));
}

/** A person by the present name and by the earlier ones. */
function knownPerson(record: ContentRecord): KnownPerson {
  const data = recordAs(record, "people")?.data ?? {};
  const now = namesOf(record, data);
  const then = (data.earlier ?? []).map(({ to = "" }) => namesOf(record, asOf(data, to).data));
  return {
    ...now,
    surnames: new Set([now, ...then].flatMap(({ surnames }) => [...surnames])),
    givenNames: new Set([now, ...then].flatMap(({ givenNames }) => [...givenNames])),
  };
}

function namesOf(record: ContentRecord, { cases, surnameCases, ...data }: DataOf<"people">): KnownPerson {
  const { surname = "", given = "", patronymic = null, gender = "masculine" } = data;
  const name: PersonName = { ...data, surname, given, patronymic, gender };
  const surnames = CASES.map((one) => declineSurname(name, one).text);
  const full = CASES.map((one) => declinePerson(name, one).text);
  const handGiven = Object.values(cases ?? {}).map((form) => form.split(/\s+/));
  const keys = (forms: readonly string[]): Set<string> => new Set(forms.filter((form) => form !== "").map(key));
  return {
    record,
    surnames: keys([
      ...surnames,
      ...plurals(surname),
      ...Object.values(surnameCases ?? {}),
      ...handGiven.map(([first = ""]) => first),
    ]),
    givenNames: keys([
      ...full.map((form, index) => form.slice((surnames[index] ?? "").length + 1)),
      ...handGiven.map(([, ...rest]) => rest.join(" ")),
    ]),
    initials: [given.slice(0, 1).toUpperCase(), patronymic?.slice(0, 1).toUpperCase() ?? null],
  };
}

/** «Кленовы», «у Кленовых», «Луговские»: the family is named with one of its own. */
function plurals(surname: string): string[] {
  const noun = /^(.+(?:[оеё]в|[иы]н))а?$/i.exec(surname)?.[1];
  if (noun !== undefined) return ["ы", "ых", "ым", "ыми"].map((ending) => noun + ending);
  const adjective = /^(.+[сц]к)(?:ий|ой|ая)$/i.exec(surname)?.[1];
  if (adjective !== undefined) return ["ие", "их", "им", "ими"].map((ending) => adjective + ending);
  return /[бвгджзклмнпрстфхцчшщ]$/i.test(surname)
    ? [...(/[жчшщ]$/i.test(surname) ? ["и", "ей"] : ["ы", "и", "ов"]), "ам", "ами", "ах"].map(
        (ending) => surname + ending,
      )
    : [];
}

/** Dropped and masked texts that can be recognised in a text: addresses of electronic post, and numbers of six digits or more. */
function withheldValues(dossier: Dossier, record: ContentRecord, kept: ReadonlySet<string>): KnownValue[] {
  return recordLeaves(dossier.schemas, record)
    .filter(({ pointer, policy }) => (policy === "drop" || policy === "mask") && !pointer.startsWith("/waivers/"))
    .flatMap(({ pointer, value }) =>
      contactKeys(String(value))
        .filter((one) => !kept.has(one))
        .map((one): KnownValue => {
          const kind = one.includes("@") ? "email" : "number";
          return { record, pointer, kind, pattern: kind === "email" ? emailPattern(one) : numberPattern(one) };
        }),
    );
}

/** What identifies a contact whatever its spacing: an address in lower case, or digits with the letters among them; of a phone also without the country, and the part of the subscriber. */
export function contactKeys(value: string): string[] {
  const text = normalText(value).trim().toLowerCase();
  if (/^\S+@\S+$/.test(text)) return [text];
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [];
  const phone = /^\+?[78]? ?\(?(\d{3,5})\)? ?([\d -]{5,})$/.exec(text);
  const all = text.replace(/[\s()+\-–—.]/g, "");
  if (phone !== null && (text.startsWith("+7") || text.startsWith("8")) && all.length === 11)
    return [all.slice(1), digits(phone[2] ?? "")].filter((one) => one.length >= MIN_DIGITS);
  return /^[\da-zа-я]+$/.test(all) && digits(all).length >= MIN_DIGITS ? [all] : [];
}

function digits(text: string): string {
  return text.replace(/\D/g, "");
}

function emailPattern(email: string): RegExp {
  return new RegExp(`(?<![\\w.+-])${escapeExpression(email)}(?![\\w-])`, "iu");
}

/** The characters in their order with any spacing between, not inside a longer number. */
function numberPattern(text: string): RegExp {
  const spaced = [...text].map(escapeExpression).join("[\\s()\\-–—.]*");
  return new RegExp(`(?<!\\d)(?:(?:\\+?7|8)[\\s()\\-–—.]*)?${spaced}(?!\\d)`, "iu");
}

/** Names that contain other people's surnames and are public all the same: «МБОУ СШ им. …», «д. Луговая». */
function properNames(dossier: Dossier, records: readonly ContentRecord[]): string[] {
  const named = records.filter(({ collection }) =>
    ["centre", "organisations", "territories", "districts"].includes(collection),
  );
  const names = named.flatMap((record) =>
    recordLeaves(dossier.schemas, record)
      .filter(({ pointer, policy }) => policy === "keep" && /^\/(names\/\d+|locality|address|name|cases)/.test(pointer))
      .map(({ value }) => String(value)),
  );
  const words = findRecord(dossier, "settings", "settings")?.data.notSurnames ?? [];
  const quoted = names.flatMap((name) => name.match(/«[^«»]+»/g) ?? []);
  return [...new Set([...names, ...quoted, ...words].map(normalText))]
    .filter((name) => /\p{Lu}/u.test(name))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function key(form: string): string {
  return normalText(form).toLowerCase();
}
