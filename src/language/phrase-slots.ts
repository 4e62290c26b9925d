import type { AdjectiveShape } from "./adjective-look.ts";
import { adjectiveForm } from "./adjectives.ts";
import type { NounEntry } from "./noun-entry.ts";
import type { GrammaticalCase, GrammaticalNumber } from "./types.ts";

/** Animacy of the head, which settles the accusative of everything that agrees with it. */
type Animacy = { readonly animate: boolean };

/** A piece of a phrase in a case; `number` changes the number of everything that can change. Null: no such form is known. */
export type Slot = (name: GrammaticalCase, number: GrammaticalNumber | null, head: Animacy) => string | null;

/** A part that stands still. */
export function fixedSlot(text: string): Slot {
  return () => text;
}

/** A part that agrees with the head. */
export function adjectiveSlot(word: string, shape: AdjectiveShape): Slot {
  return (name, number, { animate }) =>
    name === "nominative" && number === null
      ? word
      : adjectiveForm(word, { case: name, gender: shape.gender, number: number ?? shape.number, animate });
}

/** A noun that declines by its entry. */
export function nounSlot(entry: NounEntry): Slot {
  return (name, number) =>
    name === "nominative" && number === null ? entry.word : entry.form(name, number ?? entry.number);
}

/** The same piece with the signs that stood around it and the space before it. */
export function wrapped(slot: Slot, before: string, after: string): Slot {
  return (name, number, head) => {
    const text = slot(name, number, head);
    return text === null ? null : before + text + after;
  };
}
