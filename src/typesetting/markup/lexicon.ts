import type { CaseForms, ConfirmedKind, Sex } from "../../language/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { LexiconRecord } from "../../paperwork/schemas/index.ts";
import type { Confirmed } from "./helpers/helper.ts";

/** Finds the forms that a person has confirmed for a word; null when there are none. */
export type Lexicon = (kind: ConfirmedKind, text: string, sex: Sex | null) => Confirmed | null;

/** The lexicon of a content folder (`lexicon.yaml`), empty without one. */
export function createLexicon(record: ContentRecord | undefined): Lexicon {
  if (record === undefined) return () => null;
  const { forms } = record.data as unknown as LexiconRecord;
  const entries = new Map<string, Confirmed>();
  for (const [index, { kind, text, gender, cases }] of forms.entries()) {
    const confirmed = { cases: cases as CaseForms, place: record.placeOf(`/forms/${index}/cases`) };
    for (const sex of gender === undefined ? (["feminine", "masculine"] as const) : [gender])
      entries.set(key(kind, text, sex), confirmed);
  }
  return (kind, text, sex) => entries.get(key(kind, text, sex ?? "masculine")) ?? null;
}

/** Posts, organisations and phrases are one sort of thing here: the same words have the same forms. */
function key(kind: ConfirmedKind, text: string, sex: Sex): string {
  const plain = text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  return kind === "surname" || kind === "given" ? `${kind}\n${sex}\n${plain}` : `thing\n${plain}`;
}
