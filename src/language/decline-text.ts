import { type InflectedKind, inflect } from "./inflect.ts";
import { parsePerson } from "./parse-person.ts";
import { genderFromPatronymic } from "./patronymics.ts";
import { isOfSyllables } from "./people.ts";
import { phraseOf } from "./phrase.ts";
import type { Role } from "./phrase-slots.ts";
import { isAbbreviation } from "./phrase-tokens.ts";
import { CASES, type Declined, type Gender, type GrammaticalCase } from "./types.ts";
import type { Written } from "./written-forms.ts";

/** What a text is, for the choice of its declension. */
export type DeclineKind = Extract<InflectedKind, "person" | "position" | "organisation" | "phrase">;

/** A text in all its cases. */
export type DeclinedText = {
  readonly text: string;
  readonly kind: DeclineKind;
  readonly gender: Gender | null;
  readonly forms: { readonly [name in GrammaticalCase]: Declined };
};

/** A piece of a text with its part in it. */
export type Piece = { readonly role: Role | "surname" | "given" | "patronymic" | "initials"; readonly text: string };

/** The pieces that a text was taken to: what changes, what stands still, what was not understood. Neighbours of one part are one piece. */
export function piecesOf({ text, kind, gender, forms }: DeclinedText): readonly Piece[] {
  return kind === "person" ? personPieces(text, gender, Object.values(forms)) : phrasePieces(text, kind);
}

function personPieces(text: string, gender: Gender | null, forms: readonly Declined[]): Piece[] {
  const name = parsePerson(text, gender === "neuter" ? null : gender);
  if (name === null) return [];
  const { surname, given, patronymic, initials } = name;
  const pieces = { surname, given, patronymic, initials } as const;
  return (["surname", "given", "patronymic", "initials"] as const).flatMap((role) => {
    const own = pieces[role];
    // «Гюго», «Седых»: it is there in every case as it was given.
    const stands = role !== "initials" && own && forms.every((form) => ` ${form.text} `.includes(` ${own} `));
    // «Ким Ир Сен»: what stands last is a part of the name there.
    const part = role === "patronymic" && isOfSyllables(name) ? "given" : role;
    return own ? [{ role: stands ? "name" : part, text: own }] : [];
  });
}

function phrasePieces(text: string, kind: Exclude<DeclineKind, "person">): Piece[] {
  const pieces: Piece[] = [];
  for (const { role, text: own } of phraseOf(text, kind).slots) {
    const last = pieces.at(-1);
    if (last?.role === role && role !== "head") pieces[pieces.length - 1] = { role, text: last.text + own };
    else pieces.push({ role, text: own });
  }
  return pieces.map(({ role, text: own }) => ({ role, text: own.trim() }));
}

/** A name, a post, an organisation or a phrase in the six cases; without a kind it is guessed by the look of the text. */
export function declineText(
  text: string,
  {
    kind = kindOf(text),
    gender = null,
    written,
  }: { readonly kind?: DeclineKind; readonly gender?: Gender | null; readonly written?: Written | undefined } = {},
): DeclinedText {
  const forms = CASES.map((name) => [name, inflect({ kind, text, case: name, gender }, written)] as const);
  return { text: text.trim(), kind, gender, forms: Object.fromEntries(forms) as DeclinedText["forms"] };
}

/** Capitalised words with a patronymic or initials are a person; a head that lives is a post; capitals or quotes an organisation. */
function kindOf(text: string): DeclineKind {
  const words = text.trim().split(/[\s\u00a0]+/);
  const capitalised = words.every((word) => /^(\p{Lu}|(оглы|кызы|фон|де|ван)$)/u.test(word) && !/[«"№]/.test(word));
  const name = parsePerson(text);
  const named =
    words.slice(1).some((word) => genderFromPatronymic(word) !== null) ||
    name?.initials != null ||
    (words.length === 2 && /^\p{Lu}\p{Ll}/u.test(words[1] ?? ""));
  if (capitalised && words.length > 1 && named && !isBehindForm(words)) return "person";
  if (phraseOf(text, "phrase").animate || (phraseOf(text, "position").animate === true && isPost(text)))
    return "position";
  return /[«"]|^\p{Lu}/u.test(text) ? "organisation" : "phrase";
}

/** «ИП Иванов Иван Иванович»: a whole name stands behind the abbreviation; of «ЛИ Виктор Петрович» only a part does. */
function isBehindForm([first = "", second = "", ...more]: readonly string[]): boolean {
  return (
    isAbbreviation(first) &&
    /^\p{Lu}\p{Ll}/u.test(second) &&
    (first === "ИП" || more.length > 1 || /\.$/.test(more.at(-1) ?? ""))
  );
}

/** «Заведующий кабинетом», «и. о. директора». */
function isPost(text: string): boolean {
  return /^(и\.\s?о\.|врио)/i.test(text) || phraseOf(text, "position").substantive;
}
