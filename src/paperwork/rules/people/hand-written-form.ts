import {
  CASE_NAMES,
  type ConfirmedKind,
  DECLINE,
  type Declined,
  declinePerson,
  declinePersonParts,
  isPlausible,
  OBLIQUE,
  type Oblique,
  type PersonName,
  plainSpaces,
} from "../../../language/index.ts";
import type { ContentRecord, DataOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** A form that people have written can be that case of its word, whether a document uses it today or not. */
export const handWrittenForm: RecordRule = {
  code: "TRC4003",
  title: text("Форма, написанная от руки, не похожа на названный падеж", "A form by hand that looks unlike its case"),
  validations: ["V34"],
  severity: "warning",
  why: text(
    "Форма, написанная от руки, всегда главнее выведенной и напечатана так, как написана; предупреждение ловит опечатки",
    "A form written by hand always goes before a derived one and is printed as it is written; the warning catches misprints",
  ),
  example: {
    file: "people/orehov-sd.yaml",
    wrong: "surname: Орехов\nsurnameCases: {genitive: Орехову}",
    right: "surname: Орехов\nsurnameCases: {genitive: Орехова}",
  },
  check: function* (facts) {
    for (const word of wordsWithForms(facts))
      for (const name of OBLIQUE) {
        const form = word.forms[name];
        if (form !== undefined && !word.canBe(form, name)) yield odd(word, name, form);
      }
  },
};

type Forms = { readonly [name in Oblique]?: string | undefined };

/** A word with the forms that are written of it. */
type Word = {
  readonly record: ContentRecord<unknown>;
  /** Of the forms. */
  readonly pointer: string;
  readonly text: string;
  readonly forms: Forms;
  readonly canBe: (form: string, name: Oblique) => boolean;
  readonly derive: (name: Oblique) => Declined;
};

function* wordsWithForms(facts: Facts): Iterable<Word> {
  for (const record of facts.all("people")) {
    yield* namesOf(record, record.data, "");
    for (const [pointer, entry] of located(record.data.earlier, "/earlier"))
      yield* namesOf(record, { ...record.data, cases: undefined, surnameCases: undefined, ...entry }, pointer);
    yield* postsOf(record, "positions", record.data.positions);
  }
  for (const record of facts.all("organisations")) {
    yield* postsOf(record, "heads", record.data.heads);
    yield* entriesOf(record, record.data.names);
  }
  for (const record of facts.all("territories")) yield* entriesOf(record, record.data.names);
  for (const record of facts.all("districts"))
    yield* thing({ record, pointer: "/cases", kind: "organisation", text: record.data.name, forms: record.data.cases });
  for (const record of facts.all("agreements"))
    for (const [side, party] of Object.entries(record.data.parties ?? {})) {
      const { alias, aliasCases: forms } = party ?? {};
      yield* thing({ record, pointer: `/parties/${side}/aliasCases`, kind: "phrase", text: alias, forms });
    }
  for (const record of facts.all("lexicon"))
    for (const [pointer, { kind, text: word, gender, cases }] of located(record.data.forms, "/forms"))
      yield* thing({ record, pointer: `${pointer}/cases`, kind, text: word, forms: cases, sex: gender });
}

type Written = {
  readonly record: ContentRecord<unknown>;
  readonly pointer: string;
  readonly kind: ConfirmedKind | undefined;
  readonly text: string | undefined;
  readonly forms: Forms | undefined;
  /** Of a surname or a given name; without it the forms may be of either. */
  readonly sex?: "feminine" | "masculine" | undefined;
};

function* thing({ record, pointer, kind, text: word, forms, sex }: Written): Iterable<Word> {
  if (kind === undefined || word === undefined || forms === undefined) return;
  const sexes = sex === undefined ? (["masculine", "feminine"] as const) : [sex];
  const person = { surname: word, given: word, patronymic: null, gender: sexes[0] };
  const parts = (name: Oblique): Declined => {
    const { surname, given } = declinePersonParts(person, name);
    return kind === "given" && given !== null ? given : surname;
  };
  yield {
    record,
    pointer,
    text: word,
    forms,
    canBe: (form, name) => sexes.some((one) => isPlausible({ kind, text: word, sex: one, case: name, form })),
    derive: kind === "surname" || kind === "given" ? parts : (name) => DECLINE[kind](word, name),
  };
}

type Post = { readonly title?: string | undefined; readonly cases?: Forms | undefined };

function* postsOf(record: ContentRecord<unknown>, list: string, posts: readonly Post[] | undefined): Iterable<Word> {
  for (const [pointer, { title, cases }] of located(posts, `/${list}`))
    yield* thing({ record, pointer: `${pointer}/cases`, kind: "position", text: title, forms: cases });
}

const NAMES = ["full", "short", "common"] as const;

type Entry = { readonly [name in (typeof NAMES)[number]]?: string | undefined } & {
  readonly cases?: { readonly [name in (typeof NAMES)[number]]?: Forms | undefined } | undefined;
};

function* entriesOf(record: ContentRecord<unknown>, entries: readonly Entry[] | undefined): Iterable<Word> {
  for (const [pointer, entry] of located(entries, "/names"))
    for (const name of NAMES) {
      const [kind, forms] = [name === "common" ? ("phrase" as const) : ("organisation" as const), entry.cases?.[name]];
      yield* thing({ record, pointer: `${pointer}/cases/${name}`, kind, text: entry[name], forms });
    }
}

type Property = "surname" | "given" | "patronymic" | "gender" | "indeclinableSurname" | "cases" | "surnameCases";
type Person = { readonly [name in Property]?: DataOf<"people">[name] | undefined };

function* namesOf(record: ContentRecord<unknown>, person: Person, pointer: string): Iterable<Word> {
  const { surname = "", given = "", patronymic = null, gender, cases, surnameCases, indeclinableSurname } = person;
  if (gender === undefined) return;
  if (surnameCases !== undefined)
    yield* thing({
      record,
      pointer: `${pointer}/surnameCases`,
      kind: "surname",
      text: surname,
      forms: surnameCases,
      sex: gender,
    });
  if (cases === undefined) return;
  const name: PersonName = { surname, given, patronymic, gender, indeclinableSurname: indeclinableSurname === true };
  const words = [surname, given, ...(patronymic === null ? [] : [patronymic])];
  yield {
    record,
    pointer: `${pointer}/cases`,
    text: words.join(" "),
    forms: cases,
    canBe: (form, one) => isWholeName(form, one, { ...person, words: words.join(" ") }),
    derive: (one) => declinePerson(name, one),
  };
}

/** Whether a full name can be a case: as many words, the surname and the given name each in it. */
function isWholeName(form: string, name: Oblique, person: Person & { readonly words: string }): boolean {
  const { surname = "", given = "", gender: sex = "masculine" } = person;
  const words = plainSpaces(form).split(" ");
  const length = plainSpaces(surname).split(" ").length;
  const parts = [
    { kind: "surname", text: surname, form: words.slice(0, length).join(" ") },
    { kind: "given", text: given, form: words[length] ?? "" },
  ] as const;
  return (
    words.length === plainSpaces(person.words).split(" ").length &&
    parts.every((part) => isPlausible({ ...part, sex, case: name }))
  );
}

function odd({ record, pointer, text: word, derive }: Word, name: Oblique, form: string): Finding {
  const { text: derived, confidence } = derive(name);
  const known = confidence === "high" && derived !== form;
  const becomes = known ? `: из «${word}» получается «${derived}»` : ` от «${word}»`;
  return {
    record,
    pointer: `${pointer}/${name}`,
    message: text(
      `«${form}» не похоже на ${CASE_NAMES[name].ru} падеж${becomes}`,
      `“${form}” does not look like the ${name} of “${word}”${known ? `, which would be “${derived}”` : ""}`,
    ),
    hints: [
      known
        ? text(
            `Если это опечатка, напишите «${derived}» или удалите форму`,
            `If it is a slip, write “${derived}” or remove the form`,
          )
        : text("Если это опечатка, исправьте форму", "If it is a slip, correct the form"),
      text(
        "Если форма верна, напечатана будет она: ничего делать не нужно",
        "If the form is right, it is what will be printed: nothing needs doing",
      ),
    ],
    ...(known && { expected: derived }),
  };
}
