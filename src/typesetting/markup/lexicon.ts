import { type CaseForms, type WrittenOf, writtenForms } from "../../language/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import type { LexiconRecord } from "../../paperwork/schemas/index.ts";

/** Finds the forms that a person has confirmed for a word; null when there are none. */
export type Lexicon = WrittenOf<CaseForms>;

/** The lexicon of a content folder (`lexicon.yaml`), empty without one. */
export function createLexicon(record: ContentRecord | undefined): Lexicon {
  if (record === undefined) return () => null;
  const { forms } = record.data as unknown as LexiconRecord;
  return writtenForms(
    forms.map(({ kind, text, gender, cases }) => ({ kind, text, gender, value: cases as CaseForms })),
  );
}
