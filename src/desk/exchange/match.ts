import { suggest } from "../../base/diagnostics/index.ts";
import { mentionAt } from "../../language/index.ts";
import { type Dossier, findRecord, type RecordOf, recordsOf } from "../../paperwork/records/index.ts";
import { plain } from "./columns.ts";

/** Ids that were found in a text, and the parts of it that nobody answers to. */
export type Matched = { readonly ids: readonly string[]; readonly rest: readonly string[] };

const NAME = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?";
const INITIAL = "[А-ЯЁ]\\.?";

/** «Седых Л.Н.», «Л. Н. Седых», «Седых Лидия Николаевна», «зам. директора Седых Л.Н.», «директор», several in one cell. */
export function matchPeople(text: string, dossier: Dossier): Matched {
  const people = recordsOf(dossier, "people");
  const found: { readonly id: string; readonly at: number }[] = [];
  let left = text;
  const patterns = [
    new RegExp(`(${NAME})\\s+(${INITIAL})\\s?(${INITIAL})?(?![а-яё])`, "gu"),
    new RegExp(`(?<![А-ЯЁа-яё])(${INITIAL})\\s?(${INITIAL})?\\s?(${NAME})`, "gu"),
    new RegExp(`(${NAME})\\s+([А-ЯЁ][а-яё]+)(?:\\s+([А-ЯЁ][а-яё]+))?`, "gu"),
    new RegExp(`(${NAME})()()`, "gu"),
  ];
  for (const [index, pattern] of patterns.entries()) {
    left = left.replace(
      pattern,
      (whole: string, a: string, b: string | undefined, c: string | undefined, at: number) => {
        const parts = index === 1 ? [c, a, b] : index === 3 ? [a] : [a, b, c];
        const named = people.filter((person) => isNamed(person, parts));
        if (named.length !== 1) return whole;
        found.push({ id: named[0]?.id ?? "", at });
        // The same length, so that what stands behind keeps its place.
        return ";".padEnd(whole.length);
      },
    );
  }
  const ids = [...new Set(found.sort((one, other) => one.at - other.at).map(({ id }) => id))];
  const rest: string[] = [];
  for (const part of left
    .split(/[;\n]+|,(?!\d)|(?<![а-яё])и(?![а-яё])/u)
    .map((one) => one.replace(/^[\s,.–—-]+|[\s,–—-]+$/g, ""))
    .filter((one) => one !== "")) {
    const holders = byPost(part, dossier);
    // A post beside a name that was found only says who that is.
    if (holders.length === 1) {
      const id = holders[0]?.id ?? "";
      if (!ids.includes(id)) ids.push(id);
    } else if (!(ids.length > 0 && isPost(part))) rest.push(part);
  }
  return { ids, rest };
}

type Person = RecordOf<"people">;

function isNamed({ data }: Person, [surname, given, patronymic]: readonly (string | undefined)[]): boolean {
  const begins = (full = "", part = ""): boolean => plain(full).startsWith(plain(part.replace(".", "")));
  return (
    plain(data.surname ?? "") === plain(surname ?? "") &&
    begins(data.given, given) &&
    begins(data.patronymic, patronymic)
  );
}

/** Who has the post in the centre now, by the person's own record or as its head. */
function byPost(part: string, dossier: Dossier): Person[] {
  const isThis = ({ title = "", to }: { readonly title?: string; readonly to?: string }): boolean =>
    to === undefined && plain(title) === plain(part);
  const heads = findRecord(dossier, "organisations", "centre")?.data.heads ?? [];
  return recordsOf(dossier, "people").filter(
    ({ id, data: { positions = [] } }) =>
      positions.some((post) => post.organisation === "centre" && isThis(post)) ||
      heads.some((head) => head.person === id && isThis(head)),
  );
}

function isPost(part: string): boolean {
  return /^(зам\.?|заместитель|директор|учител|методист|педагог|руководител|специалист|координатор|библиотекар|завуч|социальн|советник)/i.test(
    part,
  );
}

/** Organisations of a cell by their short or full name, or by the name in quotation marks. */
export function matchOrganisations(text: string, dossier: Dossier, roles: readonly string[]): Matched {
  const known = recordsOf(dossier, "organisations")
    .filter(({ data: { role = "" } }) => roles.includes(role))
    .map(({ id, data }) => ({ id, names: (data.names ?? []).flatMap(({ full = "", short = "" }) => [full, short]) }));
  const ids = new Set<string>();
  const rest: string[] = [];
  for (const part of text.split(/[;\n]|,(?! ?ул)/).map((one) => one.trim())) {
    const isIn = (name: string): boolean => name !== "" && plain(part).includes(name);
    const found = known.filter(({ names }) =>
      names.map(plain).some((name) => name === plain(part) || isIn(/«(.+)»/.exec(name)?.[1] ?? "")),
    );
    if (part === "") continue;
    if (found.length === 1) ids.add(found[0]?.id ?? "");
    else rest.push(part);
  }
  return { ids: [...ids], rest };
}

/** The direction of a plan that a subheading means: by its title without numbering, by shared words; null when in doubt. */
export function matchDirection(text: string, { data }: RecordOf<"plans">): string | null {
  const bare = plain(text.replace(/^[\s\dIVXivx.)]+(?=[А-ЯЁа-яё])/, "").replace(/^раздел\s*[\dIVX]*[.:]?\s*/i, ""));
  const directions = (data.directions ?? []).map(({ id = "", title = "" }) => ({ id, title: plain(title) }));
  const titles = directions.map(({ title }) => title);
  const meant = titles.includes(bare) ? bare : suggest(bare, titles, 1)[0];
  const named = directions.find(({ id }) => id === text.trim()) ?? directions.find(({ title }) => title === meant);
  if (named !== undefined) return named.id;
  const scored = directions
    .map(({ id, title }) => ({ id, score: shared(bare, title) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first !== undefined && first.score >= 0.5 && first.score > (second?.score ?? 0) ? first.id : null;
}

/** Share of the longer words of `title` whose beginnings are in `text`. */
function shared(text: string, title: string): number {
  const stems = (words: string): string[] =>
    words
      .split(/[^а-я]+/)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5));
  const own = stems(title);
  const others = new Set(stems(text));
  return own.length === 0 ? 0 : own.filter((stem) => others.has(stem)).length / own.length;
}

/**
 * The form of an activity: the word of its column as it is, else the first one that its title names. `known` is false for a word that is none of
 * the forms, and for a value that no record may have, which is null.
 */
export function matchForm(
  { column, title }: { readonly column: string; readonly title: string },
  forms: ReadonlyMap<string, string>,
): { readonly form: string | null; readonly known: boolean } {
  const all = [...forms];
  if (column === "") {
    const named = all
      .map(([form, words]) => ({ form, at: form === "other" ? -1 : mentionAt(title, words) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    return { form: named[0]?.form ?? "other", known: true };
  }
  const found = all.find(([, words]) => plain(words) === plain(column));
  if (found !== undefined) return { form: found[0], known: true };
  const own = column.replace(/\s+/g, " ").replace(/^[А-ЯЁ](?=[а-яё])/, (letter) => letter.toLowerCase());
  return { form: /[А-ЯЁа-яё]/.test(own) ? own : null, known: false };
}
