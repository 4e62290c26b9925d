import type { CaseForms, Sex } from "./types.ts";

/** What a hand-given form is a form of. */
export type ConfirmedKind = "surname" | "given" | "position" | "organisation" | "phrase";

/** Finds what people have written of a word; null when they have written nothing. */
export type WrittenOf<Value> = (kind: ConfirmedKind, text: string, sex: Sex | null) => Value | null;

/** What is written of the forms of one word; without a gender it holds for both. */
type Entry<Value> = {
  readonly kind: ConfirmedKind;
  readonly text: string;
  readonly gender?: Sex | undefined;
  readonly value: Value;
};

/** Entries of a lexicon, by word; the last of one word holds. */
export function writtenForms<Value>(entries: Iterable<Entry<Value>>): WrittenOf<Value> {
  const known = new Map<string, Value>();
  for (const { kind, text, gender, value } of entries)
    for (const sex of gender === undefined ? (["feminine", "masculine"] as const) : [gender])
      known.set(key(kind, text, sex), value);
  return (kind, text, sex) => known.get(key(kind, text, sex ?? "masculine")) ?? null;
}

/** Posts, organisations and phrases are one sort of thing here: the same words have the same forms. */
function key(kind: ConfirmedKind, text: string, sex: Sex): string {
  const plain = plainSpaces(text);
  return kind === "surname" || kind === "given" ? `${kind}\n${sex}\n${plain}` : `thing\n${plain}`;
}

/** One space between words, none around them. */
export function plainSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
}

/** What the record of a person says of the forms of the name. */
export type WrittenPerson = {
  /** «Коломиец Иван Петрович». */
  readonly text: string;
  readonly gender: Sex | null;
  readonly indeclinableSurname: boolean;
  readonly cases: CaseForms;
  readonly surnameCases: CaseForms;
};

/** What a project says of forms: its lexicon and its records. */
export type Written = {
  readonly of: WrittenOf<CaseForms>;
  /** The record of a person with that whole name. */
  readonly person: (text: string) => WrittenPerson | null;
};

/** Nothing is written anywhere. */
export const NOTHING_WRITTEN: Written = { of: () => null, person: () => null };
