import { suggest } from "../../base/diagnostics/index.ts";
import { anyRecordsOf, type ContentRecord, type Dossier, findRecord } from "../../paperwork/records/index.ts";
import { plain } from "./columns.ts";

/** Ids that were found in a text, and the parts of it that nobody answers to. */
export type Matched = { readonly ids: readonly string[]; readonly rest: readonly string[] };

const NAME = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?";
const INITIAL = "[А-ЯЁ]\\.?";

/** «Седых Л.Н.», «Л. Н. Седых», «Седых Лидия Николаевна», «зам. директора Седых Л.Н.», «директор», several in one cell. */
export function matchPeople(text: string, dossier: Dossier): Matched {
  const people = anyRecordsOf(dossier, "people");
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
        const [surname = "", given, patronymic] =
          index === 1 ? [c ?? "", a, b] : [a, index === 3 ? undefined : b, index === 3 ? undefined : c];
        const named = people.filter(({ data }) => isNamed(data, surname, given, patronymic));
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
    const holders = byPost(part, people);
    // A post beside a name that was found only says who that is.
    if (holders.length === 1) {
      const id = holders[0]?.id ?? "";
      if (!ids.includes(id)) ids.push(id);
    } else if (!(ids.length > 0 && isPost(part))) rest.push(part);
  }
  return { ids, rest };
}

function isNamed(
  data: ContentRecord["data"],
  surname: string,
  given: string | undefined,
  patronymic: string | undefined,
): boolean {
  const begins = (full: unknown, part: string | undefined): boolean =>
    part === undefined || part === "" || plain(String(full ?? "")).startsWith(plain(part.replace(".", "")));
  return (
    plain(String(data.surname)) === plain(surname) && begins(data.given, given) && begins(data.patronymic, patronymic)
  );
}

function byPost(part: string, people: readonly ContentRecord[]): ContentRecord[] {
  return people.filter(({ data }) => {
    const positions = (data.positions ?? []) as readonly {
      readonly title?: string;
      readonly organisation?: string;
      readonly to?: string;
    }[];
    return positions.some(
      ({ title, organisation, to }) =>
        organisation === "centre" && to === undefined && plain(title ?? "") === plain(part),
    );
  });
}

function isPost(part: string): boolean {
  return /^(зам\.?|заместитель|директор|учител|методист|педагог|руководител|специалист|координатор|библиотекар|завуч|социальн|советник)/i.test(
    part,
  );
}

/** Organisations of a cell by their short or full name, or by the name in quotation marks. */
export function matchOrganisations(text: string, dossier: Dossier, roles: readonly string[]): Matched {
  const records = anyRecordsOf(dossier, "organisations").filter(({ data }) => roles.includes(String(data.role)));
  const ids: string[] = [];
  const rest: string[] = [];
  for (const part of text
    .split(/[;\n]|,(?! ?ул)/)
    .map((one) => one.trim())
    .filter((one) => one !== "")) {
    const found = records.filter(({ data }) =>
      namesOf(data).some((name) => name === plain(part) || (quoted(name) !== "" && plain(part).includes(quoted(name)))),
    );
    if (found.length === 1) ids.push(found[0]?.id ?? "");
    else rest.push(part);
  }
  return { ids: [...new Set(ids)], rest };
}

function namesOf(data: ContentRecord["data"]): string[] {
  return ((data.names ?? []) as readonly { readonly full?: string; readonly short?: string }[])
    .flatMap(({ full, short }) => [full, short])
    .filter((name): name is string => name !== undefined)
    .map(plain);
}

function quoted(name: string): string {
  return /«(.+)»/.exec(name)?.[1] ?? "";
}

/** The direction of a plan that a subheading means: by its title without numbering, by shared words; null when in doubt. */
export function matchDirection(text: string, plan: ContentRecord): string | null {
  const directions = (plan.data.directions ?? []) as readonly { readonly id: string; readonly title: string }[];
  const bare = plain(text.replace(/^[\s\dIVXivx.)]+(?=[А-ЯЁа-яё])/, "").replace(/^раздел\s*[\dIVX]*[.:]?\s*/i, ""));
  const exact = directions.find(({ id, title }) => plain(title) === bare || id === text.trim());
  if (exact !== undefined) return exact.id;
  const near = suggest(
    bare,
    directions.map(({ title }) => plain(title)),
    1,
  )[0];
  if (near !== undefined) return directions.find(({ title }) => plain(title) === near)?.id ?? null;
  const scored = directions
    .map(({ id, title }) => ({ id, score: shared(bare, plain(title)) }))
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

const FORMS: readonly (readonly [form: string, stems: string])[] = [
  ["open-lesson", "открыт\\S* (урок|заняти)"],
  ["webinar", "вебинар|онлайн"],
  ["conference", "конференц|чтени"],
  ["olympiad", "олимпиад|конкурс|турнир"],
  ["consultation", "консульт"],
  ["workshop", "практикум|мастер-класс|тренинг"],
  ["seminar", "семинар"],
  ["monitoring", "мониторинг|анкетирован|опрос|диагностик"],
  ["publication", "публикац|размещени|издани"],
  ["meeting", "совещани|заседани|кругл\\S* стол|совет"],
];

/** The form of an activity by the word of its column or of its title; `exact` is false for «other» by default. */
export function matchForm(column: string, title: string): { readonly form: string; readonly exact: boolean } {
  for (const text of [column, title]) {
    const found = FORMS.find(([, stems]) => new RegExp(stems, "i").test(text));
    if (found !== undefined) return { form: found[0], exact: true };
    if (text === column && /друг|ино[ей]/i.test(text)) return { form: "other", exact: true };
  }
  return { form: "other", exact: column === "" };
}

/** Short name of the centre, where most activities take place. */
export function centreName(dossier: Dossier): string | null {
  const names = findRecord(dossier, "organisations", "centre")?.data.names as
    | readonly { readonly short?: string; readonly full?: string }[]
    | undefined;
  return names?.at(-1)?.short ?? names?.at(-1)?.full ?? null;
}
