import { type Text, text } from "../../../base/diagnostics/index.ts";
import { isFields, isList, type YamlData } from "../../../base/yaml/index.ts";
import {
  CASE_NAMES,
  DECLINE,
  type Declined,
  declinePerson,
  declinePersonParts,
  type GrammaticalCase,
  genderOfName,
  genderOfPerson,
  OBLIQUE,
  type Sex,
} from "../../../language/index.ts";
import { type Answers, partsOfName } from "../../drafting/index.ts";
import type { FormField, PageValue } from "../page-types.ts";
import { type ActionContext, type Asked, field } from "./action.ts";

type Form = NonNullable<Answers["forms"]>[number];
type Values = NonNullable<ActionContext["values"]>;
type Row = { readonly [name: string]: PageValue };
/** What the answers name: people by their full names and schools by theirs, each with the gender that was said; posts; names that are declined. */
type Named = {
  readonly people: Map<string, string | undefined>;
  readonly schools: Map<string, string | undefined>;
  readonly positions: Set<string>;
  readonly organisations: Set<string>;
};
/** A word with its forms, and whether the program is certain of all of them. */
type Word = Omit<Form, "cases"> & { readonly forms: readonly (readonly [GrammaticalCase, Declined])[] };

const PEOPLE = "people";
const NAMES = "names";
const FORMS = "forms";
const SHOWN: readonly GrammaticalCase[] = ["genitive", "dative", "instrumental"];

/** What is confirmed of the names before the records are made. */
export type Confirming = Required<Pick<Asked, "said" | "words" | "fields" | "values">> & {
  /** Everything that there is to confirm stands in the values. */
  readonly isComplete: boolean;
};

/**
 * What there is to confirm of the names in the answers: gender of people and, where it is not clear, of names; the forms in doubt, each in a field;
 * beside them the words that the program is certain of. What was put right stays, but forms follow the gender.
 */
export function confirming(context: ActionContext, answers: YamlData): Confirming {
  const { values } = context;
  const named = namesOf(answers);
  const gendersOf = (name: string): Map<string, string> =>
    new Map(rowsOf(values, name).flatMap(({ name: one, gender }) => (gender ? [[String(one), String(gender)]] : [])));
  const [sexes, genders] = [gendersOf(PEOPLE), gendersOf(NAMES)];
  const people = [...named.people].map(([name, said]) => ({
    name,
    gender: sexes.get(name) ?? said ?? genderOfPerson(partsOf(name)),
  }));
  const names = [...named.schools]
    .filter(([name, said]) => said === undefined && genderOfName(name) === null)
    .map(([name]) => ({ name, gender: genders.get(name) ?? null }));
  const isKnown = [...people, ...names].every(({ gender }) => gender !== null);
  const words = wordsOf(named, new Map(people.map(({ name, gender }) => [name, gender as Sex | null])));
  const doubtful = words.filter(({ forms }) => forms.some(([, { confidence }]) => confidence === "low"));
  const known = new Map(rowsOf(values, FORMS).map((row) => [keyOf(row as Partial<Form>), row]));
  const forms = doubtful.map((word) => known.get(keyOf(word)) ?? rowOf(word));
  const shown = words.map(keyOf).join("\n");
  return {
    // Of another gender a name has other forms: they are shown first.
    isComplete: isKnown && values?.shown === shown,
    said: saidOf(doubtful.length),
    words: [
      ...people.flatMap(({ name, gender }) => (gender === null ? [] : lineOfPerson(name, gender as Sex, doubtful))),
      ...words.filter((word) => word.gender === undefined && !doubtful.includes(word)).map(lineOf),
    ],
    fields: [
      table(context, PEOPLE, text("Люди", "People"), [genderField(context, ["feminine", "masculine"])]),
      ...(names.length === 0
        ? []
        : [
            table(context, NAMES, text("Род наименований", "Gender of the names"), [
              genderField(context, ["feminine", "masculine", "neuter"]),
            ]),
          ]),
      ...(forms.length === 0
        ? []
        : [
            table(
              context,
              FORMS,
              text("Формы под вопросом", "Forms in doubt"),
              OBLIQUE.map((one) => caseField(context, one)),
            ),
          ]),
    ],
    values: { [PEOPLE]: people, [NAMES]: names, [FORMS]: forms, shown },
  };
}

/** Answers with what was confirmed: the gender of everybody, and the forms that were in doubt. */
export function withConfirmed(answers: YamlData, values: Values): YamlData {
  const genders = new Map(
    [...rowsOf(values, PEOPLE), ...rowsOf(values, NAMES)].map(({ name, gender }) => [name, gender]),
  );
  const forms = rowsOf(values, FORMS).map(({ kind, name, gender, ...cases }) => ({
    kind,
    text: name,
    ...(gender ? { gender } : {}),
    cases,
  }));
  const within = (value: YamlData): YamlData => {
    if (isList(value)) return value.map(within);
    if (!isFields(value)) return value;
    const own = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one)]));
    const gender = genders.get(String(value.name ?? value.full));
    return gender ? { ...own, gender: gender as string } : own;
  };
  const all = within(answers) as { readonly [name: string]: YamlData };
  return forms.length === 0 ? all : { ...all, forms: forms as unknown as YamlData };
}

function saidOf(doubtful: number): readonly Text[] {
  const certain = text("Так эти слова будут стоять в документах", "These words will stand in the documents like this");
  const asked = text(
    "О формах в таблице программа не уверена: проверьте каждую и поправьте неверную. Они попадут в словарь центра и будут действовать во всех документах",
    "The program is not certain of the forms in the table: look at each. They go into the lexicon of the centre and hold for all documents",
  );
  return doubtful === 0 ? [certain] : [asked, certain];
}

/** The rows of a table of the dialog. */
function rowsOf(values: Values | null, name: string): readonly Row[] {
  const rows = values?.[name];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
}

/** Every name in the answers. A name of a person stands beside a post, one of an organisation or a territory is a full or a short one. */
function namesOf(answers: YamlData): Named {
  const named: Named = { people: new Map(), schools: new Map(), positions: new Set(), organisations: new Set() };
  const look = (value: YamlData): void => {
    if (isList(value)) value.forEach(look);
    if (!isFields(value)) return;
    const { name, title, full, short, locality, gender } = value;
    const own = typeof gender === "string" ? gender : undefined;
    if (typeof name === "string") named.people.set(name, own);
    if (typeof full === "string" && locality !== undefined) named.schools.set(full, own);
    if (typeof title === "string") named.positions.add(title);
    for (const one of [full, short]) if (typeof one === "string") named.organisations.add(one);
    Object.values(value).forEach(look);
  };
  look(answers);
  return named;
}

/** Every word that is declined: surnames and given names each once, posts, names. */
function wordsOf({ people, positions, organisations }: Named, sexes: ReadonlyMap<string, Sex | null>): readonly Word[] {
  const words = new Map<string, Word>();
  const add = (word: Omit<Word, "forms">, decline: (name: GrammaticalCase) => Declined): void => {
    if (!words.has(keyOf(word))) words.set(keyOf(word), { ...word, forms: OBLIQUE.map((one) => [one, decline(one)]) });
  };
  for (const name of people.keys()) {
    const [parts, gender] = [partsOf(name), sexes.get(name) ?? null];
    // Without a gender nothing is declined yet.
    if (gender === null) continue;
    const part = (kind: "surname" | "given") => (one: GrammaticalCase) =>
      declinePersonParts({ ...parts, gender }, one)[kind] ?? { text: "", confidence: "high", reason: null };
    add({ kind: "surname", text: parts.surname, gender }, part("surname"));
    if (parts.given !== "") add({ kind: "given", text: parts.given, gender }, part("given"));
  }
  for (const one of positions) add({ kind: "position", text: one }, (name) => DECLINE.position(one, name));
  for (const one of organisations) add({ kind: "organisation", text: one }, (name) => DECLINE.organisation(one, name));
  return [...words.values()];
}

function partsOf(name: string) {
  const parts = partsOfName(name);
  return { ...parts, patronymic: parts.patronymic || null };
}

/** What makes a word another one; a row of the table calls it by its name. */
function keyOf(word: Partial<Form> & { readonly name?: PageValue }): string {
  return [word.kind, word.text ?? word.name, word.gender ?? ""].join(" ");
}

function rowOf({ kind, text: name, gender, forms }: Word): Row {
  return {
    name,
    kind,
    ...(gender === undefined ? {} : { gender }),
    ...Object.fromEntries(forms.map(([one, { text: form }]) => [one, form])),
  };
}

/** The whole name of a person none of whose names is in doubt. */
function lineOfPerson(name: string, gender: Sex, doubtful: readonly Word[]): readonly string[] {
  const parts = { ...partsOf(name), gender };
  if (doubtful.some((word) => word.gender === gender && [parts.surname, parts.given].includes(word.text))) return [];
  return [lineOf({ text: name, forms: SHOWN.map((one) => [one, declinePerson(parts, one)]) })];
}

function lineOf({ text: word, forms }: Pick<Word, "text" | "forms">): string {
  const shown = forms
    .filter(([one]) => SHOWN.includes(one))
    .map(([one, form]) => `${CASE_NAMES[one].ru} – ${form.text}`);
  return `${word}: ${shown.join("; ")}`;
}

/** A table of the words that there are: nothing is added to it or taken from it. */
function table(context: ActionContext, name: string, label: Text, columns: readonly FormField[]): FormField {
  const word = field("name", text("Имя или слово", "Name or word"), context, { control: "shown", required: false });
  const item: FormField = field("", label, context, { control: "group", fields: [word, ...columns] });
  return field(name, label, context, { control: "list", item, settled: true });
}

function genderField(context: ActionContext, genders: readonly (keyof typeof GENDERS)[]): FormField {
  const choices = genders.map((value) => ({ value, label: GENDERS[value][context.language] }));
  return field("gender", text("Пол или род", "Gender"), context, { control: "choice", choices });
}

const GENDERS = {
  feminine: text("женский", "feminine"),
  masculine: text("мужской", "masculine"),
  neuter: text("средний", "neuter"),
} as const;

function caseField(context: ActionContext, one: GrammaticalCase): FormField {
  const { ru, en } = CASE_NAMES[one];
  return field(one, text(ru, en), context);
}
