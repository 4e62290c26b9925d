// Accuracy of the Russian of documents on lists of forms, by group, and the speed of each helper once warm.
import { readdirSync, readFileSync } from "node:fs";
import { type FormRow, type InflectionRequest, inflect, requestOf } from "../src/language/index.ts";
import { groupRules, madeLists } from "./language-lists.ts";

type ComparedForm = FormRow & {
  readonly expected: string;
  readonly form: string;
  readonly verdict: Verdict;
};
type Verdict = "right" | "flagged" | "wrong";

/** Compares every row of a TSV list (group, lemma, gender, case, expected; variants parted by «/»; ё = е). */
export function compareForms(tsv: string): ComparedForm[] {
  return tsv
    .trim()
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [group = "", lemma = "", gender = "", name = "", expected = ""] = line.split("\t");
      const row = { group, lemma, gender, case: name };
      const request = requestOf(row);
      if ("fault" in request) throw new Error(`${line}: ${request.fault.en}`);
      const { text, confidence } = inflect(request);
      // «?»: the form must be asked about; certainty is wrong whatever the form.
      const right = expected !== "?" && [expected, ...expected.split("/")].some((one) => plain(one) === plain(text));
      const verdict: Verdict = confidence === "low" ? "flagged" : right ? "right" : "wrong";
      return { ...row, expected, form: text, verdict };
    });
}

/** The lists of forms of a folder, by file name, and those that are made by paradigm. */
export function allLists(folder: string): Map<string, string> {
  return new Map([...formLists(folder), ...madeLists()]);
}

/** Lists of forms in `tests/fixtures/language/`, by file name. */
export function formLists(folder: string): Map<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll("ё", "е").replaceAll("\u00a0", " ");
}

/** Figures by group and in total, as rows of a table. */
export function table(compared: readonly ComparedForm[]): { readonly [column: string]: string | number }[] {
  const groups = new Map<string, ComparedForm[]>();
  for (const one of compared) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const rules = groupRules();
  const row = (group: string, list: readonly ComparedForm[]): { readonly [column: string]: string | number } => {
    const count = (verdict: Verdict): number => list.filter((one) => one.verdict === verdict).length;
    return {
      group,
      forms: list.length,
      right: count("right"),
      flagged: count("flagged"),
      wrong: count("wrong"),
      "flagged, %": ((count("flagged") / list.length) * 100).toFixed(1),
      ...(rules.has(group) && { rule: rules.get(group) ?? "" }),
    };
  };
  return [...[...groups].map(([group, list]) => row(group, list)), row("all", compared)];
}

/** Forms of all lists and how many are right, flagged, flagged though they have one right form, wrong; and whether each aim is met. */
export function totals(lists: ReadonlyMap<string, string>): { readonly [column: string]: string | number }[] {
  return [...lists].map(([list, text]) => {
    const compared = compareForms(text);
    const count = (is: (one: ComparedForm) => boolean): number => compared.filter(is).length;
    const asked = count(({ verdict, expected }) => verdict === "flagged" && expected !== "?");
    return {
      list,
      forms: compared.length,
      right: count(({ verdict }) => verdict === "right"),
      "asked, as it must be": count(({ verdict, expected }) => verdict === "flagged" && expected === "?"),
      "asked without need": asked,
      "without need, %": ((asked / compared.length) * 100).toFixed(2),
      "wrong in silence": count(({ verdict }) => verdict === "wrong"),
    };
  });
}

/** Forms a second of every kind of text, once warm; the best of several rounds over the rows of the lists. */
export function speeds(
  lists: ReadonlyMap<string, string>,
): { readonly kind: string; readonly "forms a second": number }[] {
  const requests = [...lists.values()]
    .flatMap((tsv) => compareForms(tsv).map(requestOf))
    .flatMap((one) => ("fault" in one ? [] : [one]));
  const kinds = [...new Set(requests.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = requests.filter((request) => request.kind === kind);
    const rounds = Math.ceil(2000 / own.length);
    const best = Math.min(...Array.from({ length: 7 }, () => timed(own, rounds)));
    return { kind, "forms a second": Math.round((own.length * rounds * 1000) / best) };
  });
}

/** Milliseconds of the processor that so many rounds take: other work of the machine does not count. */
function timed(requests: readonly InflectionRequest[], rounds: number): number {
  const started = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const request of requests) inflect(request);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
