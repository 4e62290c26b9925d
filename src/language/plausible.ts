import { folded } from "../base/text/index.ts";
import { nounForms } from "./dictionary.ts";
import { NAME_ENDINGS as E, type Endings } from "./endings.ts";
import { givenNameForm } from "./given-names.ts";
import { DECLINE } from "./named-things.ts";
import { phraseOf } from "./phrase.ts";
import { secondForms } from "./second-opinion.ts";
import { surnameClass } from "./surname-class.ts";
import { surnameForm } from "./surnames.ts";
import type { Declined, Oblique, Sex } from "./types.ts";
import { type ConfirmedKind, plainSpaces } from "./written-forms.ts";

/** A form written by hand, with the word it is of. */
export type HandForm = {
  readonly kind: ConfirmedKind;
  readonly text: string;
  /** Of a person; masculine when it does not matter. */
  readonly sex: Sex;
  readonly case: Oblique;
  readonly form: string;
};

/**
 * Whether a form given by hand can be right: it equals what we, or one of the libraries, would derive, or the nominative
 * of a name, or (where we know nothing for certain) keeps the words and their stems.
 */
export function isPlausible({ kind, text, sex, case: name, form }: HandForm): boolean {
  const wanted = plain(form);
  if (kind !== "surname" && kind !== "given") {
    const { animate, lifeless, doubt } = phraseOf(text, kind);
    // Whether it lives is all that is unknown: the accusative is the nominative or the genitive.
    if (name === "accusative" && doubt === null && lifeless !== null)
      return (["accusative", "nominative", "genitive"] as const).some(
        (one) => plain(DECLINE[kind](text, one).text) === wanted,
      );
    if (wanted === plain(text) && name === "accusative" && animate && lifeless === null)
      return plain(DECLINE[kind](text, name).text) === wanted;
    return isNear(DECLINE[kind](text, name), text, { wanted, name });
  }
  if (kind === "surname" && text.includes("-")) return isPlausibleDouble({ text, sex, case: name, form });
  const derived = kind === "given" ? givenNameForm(text, name, sex) : surnameForm(text, name, sex);
  const same = isFrozenSometimes({ kind, text, sex }, derived) ? [text] : [];
  const own = kind === "given" ? [] : everyForm(text, name, sex);
  const seconds = secondForms({ part: kind, word: text, name, sex }).filter((one) => plain(one) !== plain(text));
  // «Ивановою»: an older ending of the instrumental.
  const older = name === "instrumental" ? wanted.replace(/([ое])ю$/, "$1й") : wanted;
  return [derived.text, ...same, ...own, ...seconds].some((one) => [wanted, older].includes(plain(one)));
}

/** The first parts may stand still, the last declines as a surname of its own. */
function isPlausibleDouble({ text, form, ...rest }: Omit<HandForm, "kind">): boolean {
  const [parts, given] = [text.split("-"), form.split("-")];
  return (
    parts.length === given.length &&
    parts.every((part, at) => {
      const own = given[at] ?? "";
      return (
        (at < parts.length - 1 && plain(own) === plain(part)) ||
        isPlausible({ ...rest, kind: "surname", text: part, form: own })
      );
    })
  );
}

/** A name that declines has no case like its nominative: a surname that does not decline says so in the record. */
function isFrozenSometimes({ kind, text, sex }: Pick<HandForm, "kind" | "text" | "sex">, derived: Declined): boolean {
  if (plain(derived.text) === plain(text)) return true;
  if (derived.confidence === "high") return false;
  return kind === "given" || surnameClass(text, sex).endings === null;
}

/** Paradigms by the ending of a surname: letters that go, and the endings that families give it. */
const PARADIGMS: readonly (readonly [RegExp, number, readonly Endings[]])[] = [
  [/[гкхжшщч]ий$/i, 2, [E.adjectiveVelar, E.adjectiveSoft]],
  [/ий$/i, 2, [E.adjectivePossessive]],
  [/ий$/i, 2, [E.adjective, E.adjectiveSoft]],
  [/цый$/i, 2, [E.adjectiveTse]],
  [/[йь]$/i, 1, [E.soft, E.iy]],
  [/ой$/i, 2, [E.adjective, E.adjectiveVelar]],
  [/(ов|ев|ёв|ин|ын)$/i, 0, [E.possessive, E.hard]],
  [/[бвгджзклмнпрстфхцчшщ]$/i, 0, [E.hard, E.hushing]],
  [/ая$/i, 2, [E.adjectiveFeminine, E.adjectiveFeminineHushing]],
  [/ья$/i, 1, [E.adjectiveFemininePossessive]],
  [/я$/i, 1, [E.ya, E.iya]],
  [/(ов|ев|ёв|ин|ын)а$/i, 1, [E.possessiveFeminine]],
  [/[гкхжшч]а$/i, 1, [E.aVelar, E.aHushing]],
  [/а$/i, 1, [E.a, E.aTs]],
];

/** Every form that some paradigm gives: the right one of a family is among them. A woman's surname on a consonant has none. */
function everyForm(text: string, name: Oblique, sex: Sex): string[] {
  if (sex === "feminine" && !/[ая]$/i.test(text)) return [kept(text, name, sex)];
  const forms = PARADIGMS.filter(
    ([ending, , [row]]) => ending.test(text) && (row !== E.possessiveFeminine || sex === "feminine"),
  ).flatMap(([, cut, rows]) => rows.map((row) => (cut === 0 ? text : text.slice(0, -cut)) + row[name]));
  return [...forms, ...nounForms(text, name), kept(text, name, sex)].filter((one) => plain(one) !== plain(text));
}

/** The form with the vowel kept: Козёл → Козёла. */
function kept(text: string, name: Oblique, sex: Sex): string {
  const { endings, insert } = surnameClass(text, sex);
  return endings === null || insert === undefined ? text : text.replace(/ь$/i, "") + endings[name];
}

function isNear(
  derived: Declined,
  text: string,
  { wanted, name }: { readonly wanted: string; readonly name: Oblique },
): boolean {
  // A word that nobody knows, on a consonant, does not stand still: «кванториан».
  const low = derived.confidence === "low";
  if (low && name !== "accusative" && wanted === text && /^[а-яё-]*[бвгджзклмнпрстфхцчшщ]$/.test(text)) return false;
  if (plain(derived.text) === wanted) return true;
  // «Заведующею», «школою»: an older ending of the instrumental.
  if (name === "instrumental" && plain(derived.text) === wanted.replace(/([ое])ю(?![а-яё])/g, "$1й")) return true;
  if (!low || (wanted === plain(text) && name !== "accusative")) return false;
  const [from, to] = [plain(text).split(/[ -]/), wanted.split(/[ -]/)];
  return from.length === to.length && from.every((word, at) => sharesStem(word, to[at] ?? ""));
}

function sharesStem(one: string, other: string): boolean {
  const length = Math.max(1, Math.min(one.length - 1, Math.max(3, one.length - 4)));
  return one.slice(0, length) === other.slice(0, length);
}

function plain(text: string): string {
  return folded(plainSpaces(text));
}
