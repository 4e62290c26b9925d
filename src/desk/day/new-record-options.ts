/** What a new record is to be. */
export type NewRecordOptions = {
  readonly content: string;
  /** Folder of kinds; the program's own without it. */
  readonly templates?: string;
  /** A document kind (`order-general`) or a kind of record (`activity`, `person`). */
  readonly type: string;
  /** The day to begin from, ISO; the document gets this day or the next working one. */
  readonly date: string;
  /** Document or plan activity that the new record is about. */
  readonly of?: string;
  /** Record to copy. */
  readonly like?: string;
  /** `path=value` of the command line, parsed as YAML: `items.0.due` → 2025-11-28. */
  readonly set?: readonly (readonly [path: string, value: string])[];
  /** Name of the file without extension. */
  readonly id?: string;
  /** False only tells what would be written. */
  readonly write: boolean;
};
