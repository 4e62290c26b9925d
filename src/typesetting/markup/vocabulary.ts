import type { Place } from "../../base/diagnostics/index.ts";

/** What a template may call. */
export type Vocabulary = {
  readonly helpers: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
  /** Numbers a place so that a mark can carry it. */
  readonly placeNumber: (place: Place) => number;
};
