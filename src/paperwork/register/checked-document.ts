import type { ContentRecord } from "../records/index.ts";

/** A document of the set as a build has it now. */
export type CheckedDocument = {
  /** `order-general.91-od-2025` */
  readonly id: string;
  readonly record: ContentRecord;
  readonly number: string | null;
  readonly date: string | null;
  readonly title: string;
  /** Full name of the author on the document's date, and its record. */
  readonly organisation: string;
  readonly author: string;
  readonly caseIndex: string | null;
  readonly digest: string;
  readonly lines: readonly string[];
  /** Records it was made from, inside their folder. */
  readonly sources: readonly string[];
};
