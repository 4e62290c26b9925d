import { type InflectedKind, inflect } from "./inflect.ts";
import { parsePerson } from "./parse-person.ts";
import { genderFromPatronymic } from "./patronymics.ts";
import { phraseOf } from "./phrase.ts";
import { CASES, type Declined, type Gender, type GrammaticalCase } from "./types.ts";

/** What a text is, for the choice of its declension. */
export type DeclineKind = Extract<InflectedKind, "person" | "position" | "organisation" | "phrase">;

/** A text in all its cases. */
export type DeclinedText = {
  readonly text: string;
  readonly kind: DeclineKind;
  readonly gender: Gender | null;
  readonly forms: { readonly [name in GrammaticalCase]: Declined };
};

/** A name, a post, an organisation or a phrase in the six cases; without a kind it is guessed by the look of the text. */
export function declineText(
  text: string,
  { kind = kindOf(text), gender = null }: { readonly kind?: DeclineKind; readonly gender?: Gender | null } = {},
): DeclinedText {
  const forms = CASES.map((name) => [name, inflect({ kind, text, case: name, gender })] as const);
  return { text: text.trim(), kind, gender, forms: Object.fromEntries(forms) as DeclinedText["forms"] };
}

/** Capitalised words with a patronymic or initials are a person; a head that lives is a post; capitals or quotes an organisation. */
function kindOf(text: string): DeclineKind {
  const words = text.trim().split(/[\s\u00a0]+/);
  const capitalised = words.every((word) => /^(\p{Lu}|оглы|кызы|фон|де|ван)/u.test(word) && !/[«"№]/.test(word));
  const name = parsePerson(text);
  const named =
    words.slice(1).some((word) => genderFromPatronymic(word) !== null) ||
    name?.initials != null ||
    (words.length === 2 && /^\p{Lu}\p{Ll}/u.test(words[1] ?? ""));
  if (capitalised && words.length > 1 && named) return "person";
  if (phraseOf(text, "phrase").animate || (phraseOf(text, "position").animate === true && isPost(text)))
    return "position";
  return /[«"]|^\p{Lu}/u.test(text) ? "organisation" : "phrase";
}

/** «Заведующий кабинетом», «и. о. директора». */
function isPost(text: string): boolean {
  return /^(и\.\s?о\.|врио)/i.test(text) || phraseOf(text, "position").substantive;
}
