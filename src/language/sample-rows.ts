import type { Text } from "../base/diagnostics/index.ts";
import type { InflectedKind, InflectionRequest } from "./inflect.ts";
import { CASES, type Gender, type GrammaticalCase } from "./types.ts";

/** One line of a list of forms: the group says what the text is. */
export type FormRow = {
  readonly group: string;
  readonly lemma: string;
  readonly gender: string;
  readonly case: string;
};

const GENDERS: { readonly [word: string]: Gender } = {
  male: "masculine",
  m: "masculine",
  masculine: "masculine",
  female: "feminine",
  f: "feminine",
  feminine: "feminine",
  n: "neuter",
  neuter: "neuter",
};
const GROUPS: readonly (readonly [RegExp, InflectedKind])[] = [
  [/^(name|person)/, "person"],
  [/^surname/, "surname"],
  [/^(firstname|given)/, "given"],
  [/^patr/, "patronymic"],
  [/^position/, "position"],
  [/^(org|territory)/, "organisation"],
  [/^(phrase|plural|period)/, "phrase"],
  [/^participle/, "participle"],
  [/^(num_noun|counted)/, "counted"],
  [/^(num_cardinal|cardinal)/, "cardinal"],
  [/^(num_ordinal|ordinal)/, "ordinal"],
  [/^date/, "date"],
];

/** The request behind a line, or what is wrong with the line. */
export function requestOf(row: FormRow): InflectionRequest | { readonly fault: Text } {
  const kind = GROUPS.find(([pattern]) => pattern.test(row.group))?.[1];
  if (kind === undefined)
    return { fault: { ru: `неизвестная группа «${row.group}»`, en: `unknown group “${row.group}”` } };
  const name = CASES.find((one): one is GrammaticalCase => one === row.case);
  if (name === undefined) return { fault: { ru: `неизвестный падеж «${row.case}»`, en: `unknown case “${row.case}”` } };
  const gender = GENDERS[row.gender.trim().toLowerCase()] ?? null;
  return { kind, text: row.lemma, case: name, gender };
}
