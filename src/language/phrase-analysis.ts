import type { Text } from "../base/diagnostics/index.ts";
import { fixedSlot, type Slot } from "./phrase-slots.ts";
import type { Gender, GrammaticalNumber } from "./types.ts";

/** What is known of a phrase: its pieces, its head, what is uncertain. */
export type Analysis = {
  readonly slots: readonly Slot[];
  /** Index of the slot of the head; -1 when nothing declines. */
  readonly head: number;
  readonly gender: Gender | null;
  readonly number: GrammaticalNumber;
  readonly animate: boolean;
  /** The head is an adjective or participle: «обучающийся», «заведующий». */
  readonly substantive: boolean;
  /** Said of a head without a noun that may be a person or a thing: the accusative is uncertain. */
  readonly lifeless: Text | null;
  /** What is uncertain. */
  readonly doubt: Text | null;
};

/** A text that stands still as a whole. @param role `unknown` where nobody knows whether it does */
export function unchanged(text: string, role: "name" | "unknown" = "name"): Analysis {
  return {
    slots: [fixedSlot(role, text)],
    head: -1,
    gender: null,
    number: "singular",
    animate: false,
    substantive: false,
    lifeless: null,
    doubt: null,
  };
}
