import type { Text } from "../base/diagnostics/index.ts";
import type { AdjectiveShape } from "./adjective-look.ts";
import { adjectiveForm } from "./adjectives.ts";
import type { NounEntry } from "./noun-entry.ts";
import type { Token } from "./phrase-tokens.ts";
import type { Gender, GrammaticalCase, GrammaticalNumber, PhraseSort } from "./types.ts";

/** Animacy of the head, which settles the accusative of everything that agrees with it. */
type Animacy = { readonly animate: boolean };
/** A piece in a case; `number` changes the number of everything that can change. Null: no such form is known. */
type Inflect = (name: GrammaticalCase, number: GrammaticalNumber | null, head: Animacy) => string | null;

/**
 * What a piece of a phrase is. `head`, `agrees`, `person` and `numeral` change with the case; `dependent` is ruled by what stands before it,
 * `name`, `number` and `sign` stand still by themselves; `unknown` was left over: the phrase is not understood.
 */
export type Role = "head" | "agrees" | "person" | "numeral" | "dependent" | "name" | "number" | "sign" | "unknown";

/** A piece of a phrase with its part in it. */
export type Slot = { readonly role: Role; readonly text: string; readonly form: Inflect };

/** What the tail hangs on. */
export type Head = {
  /** The word with the signs after it: «организация,». */
  readonly head: string;
  readonly sort: PhraseSort;
  readonly gender: Gender | null;
  readonly number: GrammaticalNumber;
  readonly animate: boolean;
};
/** The pieces of a tail, and what in it is uncertain. */
export type Tail = { readonly slots: readonly Slot[]; readonly doubt: Text | null };
/** A part that stands still. */
export function fixedSlot(role: Role, text: string): Slot {
  return { role, text, form: () => text };
}

/** A token that stands still. */
export function still(token: Token, role: Role): Slot {
  return fixedSlot(role, token.space + token.text);
}

/** A part that agrees with the head. */
export function adjectiveSlot(word: string, shape: AdjectiveShape): Slot {
  return {
    role: "agrees",
    text: word,
    form: (name, number, { animate }) =>
      name === "nominative" && number === null
        ? word
        : adjectiveForm(word, { case: name, gender: shape.gender, number: number ?? shape.number, animate }),
  };
}

/** A noun that declines by its entry. */
export function nounSlot(entry: NounEntry): Slot {
  return {
    role: "head",
    text: entry.word,
    form: (name, number) =>
      name === "nominative" && number === null ? entry.word : entry.form(name, number ?? entry.number),
  };
}

/** The same piece with the signs that stood around it and the space before it. */
export function wrapped({ role, text, form }: Slot, before: string, after: string): Slot {
  return {
    role,
    text: before + text + after,
    form: (name, number, head) => {
      const inner = form(name, number, head);
      return inner === null ? null : before + inner + after;
    },
  };
}
