import { NAME_ENDINGS as E, type Endings } from "./endings.ts";
import { givenNameForm } from "./given-names.ts";
import { DECLINE } from "./named-things.ts";
import { secondForms } from "./second-opinion.ts";
import { yo } from "./spelling.ts";
import { surnameClass } from "./surname-class.ts";
import { surnameForm } from "./surnames.ts";
import type { Declined, Oblique, Sex } from "./types.ts";
import type { ConfirmedKind } from "./written-forms.ts";

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
  if (kind !== "surname" && kind !== "given") return isNear(DECLINE[kind](text, name), text, wanted);
  const derived = kind === "given" ? givenNameForm(text, name, sex) : surnameForm(text, name, sex);
  // A name that declines for certain has no case like its nominative: one that does not decline says so in the record.
  const same = derived.confidence === "high" && plain(derived.text) !== plain(text) ? [] : [text];
  const own = kind === "given" ? [] : everyForm(text, name, sex);
  const seconds = secondForms({ part: kind, word: text, name, sex }).filter((one) => plain(one) !== plain(text));
  return [derived.text, ...same, ...own, ...seconds].some((one) => plain(one) === wanted);
}

/** Paradigms by the ending of a surname: letters that go, and the endings that families give it. */
const PARADIGMS: readonly (readonly [RegExp, number, readonly Endings[]])[] = [
  [/[гкхжшщч]ий$/i, 2, [E.adjectiveVelar, E.adjectiveSoft]],
  [/ий$/i, 2, [E.adjective, E.adjectiveSoft]],
  [/[йь]$/i, 1, [E.soft, E.iy]],
  [/ой$/i, 2, [E.adjective, E.adjectiveVelar]],
  [/(ов|ев|ёв|ин|ын)$/i, 0, [E.possessive, E.hard]],
  [/[бвгджзклмнпрстфхцчшщ]$/i, 0, [E.hard, E.hushing]],
  [/ая$/i, 2, [E.adjectiveFeminine, E.adjectiveFeminineHushing]],
  [/я$/i, 1, [E.ya, E.iya]],
  [/(ов|ев|ёв|ин|ын)а$/i, 1, [E.possessiveFeminine]],
  [/[гкхжшч]а$/i, 1, [E.aVelar, E.aHushing]],
  [/а$/i, 1, [E.a, E.aTs]],
];

/** Every form that some paradigm gives: the right one of a family is among them. A woman's surname on a consonant has none. */
function everyForm(text: string, name: Oblique, sex: Sex): string[] {
  if (text.includes("-") || (sex === "feminine" && !/[ая]$/i.test(text))) return [kept(text, name, sex)];
  const forms = PARADIGMS.filter(([ending]) => ending.test(text)).flatMap(([, cut, rows]) =>
    rows.map((row) => (cut === 0 ? text : text.slice(0, -cut)) + row[name]),
  );
  return [...forms, kept(text, name, sex)].filter((one) => plain(one) !== plain(text));
}

/** The form with the vowel kept: Козёл → Козёла. */
function kept(text: string, name: Oblique, sex: Sex): string {
  const { endings, insert } = surnameClass(text, sex);
  return endings === null || insert === undefined ? text : text.replace(/ь$/i, "") + endings[name];
}

function isNear(derived: Declined, text: string, wanted: string): boolean {
  if (plain(derived.text) === wanted) return true;
  if (derived.confidence === "high") return false;
  const [from, to] = [plain(text).split(" "), wanted.split(" ")];
  return from.length === to.length && from.every((word, at) => sharesStem(word, to[at] ?? ""));
}

function sharesStem(one: string, other: string): boolean {
  const length = Math.max(1, Math.min(one.length - 1, Math.max(3, one.length - 4)));
  return one.slice(0, length) === other.slice(0, length);
}

function plain(text: string): string {
  return yo(text.replace(/[\s\u00a0\u202f]+/g, " ").trim());
}
