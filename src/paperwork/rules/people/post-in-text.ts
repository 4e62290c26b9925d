import { numericDate } from "../../../base/text/index.ts";
import { covers } from "../../facts/index.ts";
import type { ContentRecord, DataOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";
import { meantBy, NAMED_PERSON, peopleByBeginning } from "./named-person.ts";

/** A person whom a text names with a post and a school has them in the record. */
export const postInText: RecordRule = {
  code: "TRC2251",
  title: text("В тексте у лица чужая должность", "A text gives a person another one's post"),
  validations: ["V36"],
  severity: "warning",
  why: text(
    "В записи у лица другая должность или другая организация: одно из двух осталось от другого человека",
    "The record has another post or another organisation: one of both was left from somebody else",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: поручить приём заявок учителю химии Соловью Г.С.",
    right: "items:\n  - text: поручить приём заявок учителю физики Соловью Г.С.",
  },
  *check(facts): Iterable<Finding> {
    const people = peopleByBeginning(facts);
    const known = knownPosts(facts);
    for (const { record, date } of facts.documents) {
      for (const { found, place } of matchesIn(record, NAMED_PERSON)) {
        const { initials, same } = meantBy(found, people);
        const [person] = same.filter((one) => one.initials === initials);
        if (person === undefined || same.length > 1) continue;
        const said = found.input.slice(Math.max(0, found.index - REACH), found.index);
        const wrong = contradicted(facts, known, { id: person.id, said: said.trimEnd(), date });
        if (wrong !== null) yield { ...place, ...wrong };
      }
      if (record.collection === "orders") yield* inTables(facts, known, { record, date });
    }
  },
};

const REACH = 160;
/** What somebody may be in a meeting or a team beside the post. */
const ROLES = /^(?:председател|секретар|руководител|координатор|ответственн)/u;

type Post = { readonly title: string; readonly words: readonly string[] };
type Known = {
  readonly posts: readonly Post[];
  /** Short names of organisations and their ids. */
  readonly organisations: readonly (readonly [short: string, id: string])[];
};
type Said = { readonly id: string; readonly said: string; readonly date: string };
type Wrong = Pick<Finding, "message" | "hints" | "related">;

function knownPosts(facts: Facts): Known {
  const titles = new Set(
    facts.all("people").flatMap(({ data }) => (data.positions ?? []).map(({ title = "" }) => title)),
  );
  return {
    posts: [...titles].map((title) => ({ title, words: wordsOf(title) })),
    organisations: facts
      .all("organisations")
      .flatMap(({ id, data }) => (data.names ?? []).map(({ short = "" }) => [plain(short), id] as const))
      .filter(([short]) => short.includes("«")),
  };
}

/** Rows of an annex that name a person, and the post in the next cell. */
function* inTables(
  facts: Facts,
  known: Known,
  { record, date }: { readonly record: ContentRecord & { readonly data: DataOf<"orders"> }; readonly date: string },
): Iterable<Finding> {
  for (const [at, { table }] of located(record.data.annexes, "/annexes"))
    for (const [row, cells] of located(table?.rows, `${at}/table/rows`))
      for (const [index, cell] of cells.entries()) {
        const next = cells[index + 1];
        if (typeof cell !== "object" || cell.person === undefined || typeof next !== "string") continue;
        const [said = ""] = next.split(",");
        const wrong = contradicted(facts, known, { id: cell.person, said, date });
        if (wrong !== null) yield { record, pointer: `${row}/${index + 1}`, ...wrong };
      }
}

/** The post that the words before a name end with, against those of the person. */
function contradicted(facts: Facts, known: Known, { id, said, date }: Said): Wrong | null {
  const person = facts.find("people", id);
  const written = plain(said);
  const [short, organisation] = known.organisations.find(([one]) => written.endsWith(one)) ?? [];
  const words = wordsOf(short === undefined ? written : written.slice(0, -short.length)).slice(-MOST);
  const post = endingWith(known.posts, words);
  const positions = person?.data.positions ?? [];
  if (person === undefined || post.length === 0 || ROLES.test(post[0] ?? "") || positions.length === 0) return null;
  // «Зам. директора», «старшему методисту»: a post that is more than the words that are known.
  if (LONGER.test(words[words.length - post.length - 1] ?? "")) return null;
  const own = positions.filter(
    ({ title = "" }) =>
      isSame(wordsOf(title.replace(RANK, "")).slice(0, post.length), post) ||
      isSame(wordsOf(title).slice(0, post.length), post),
  );
  const there = organisation === undefined ? own : own.filter((one) => one.organisation === organisation);
  if (there.some((one) => covers(one, date))) return null;
  const now = positions.filter((one) => covers(one, date)).at(-1) ?? positions.at(-1);
  const school = facts.find("organisations", now?.organisation)?.data.names?.at(-1)?.short ?? "";
  const right = [now?.title, organisation === undefined ? "" : school].join(" ").trim();
  const shown = [...post, short].join(" ").trim();
  return {
    message: text(
      `${facts.fullName(id)} ${numericDate(date)} – ${right}, а в тексте – «${shown}»`,
      `“${facts.fullName(id)}” is “${right}” on ${date}, the text says “${shown}”`,
    ),
    hints: text(
      "Исправьте должность или назовите другое лицо; если в записи не все должности, дополните её (positions)",
      "Correct the post or name somebody else; if the record lacks a post, add it (positions)",
    ),
    related: { record: person, pointer: "/positions", message: text("должности этого лица", "posts of the person") },
  };
}

const MOST = 12;
/** What may stand before the name of a post and be part of it. */
const LONGER = /^(?:зам|и|о|врио|исполня\p{L}+|обязанности|\p{L}+(?:ему|ому|его|ого|ему|ий|ый|им|ым|ая|ей|ую))$/u;
/** «Старший методист» is called «методист» as well. */
const RANK = /^(?:\p{L}+(?:ий|ый|ой|ая|яя)[ \u00a0])+/u;

/** The longest beginning of a known post with which the words end. */
function endingWith(posts: readonly Post[], words: readonly string[]): readonly string[] {
  for (let length = words.length; length > 0; length--) {
    const last = words.slice(-length);
    if (posts.some((post) => isSame(post.words.slice(0, length), last))) return last;
  }
  return [];
}

/** Word by word the same, in whatever case. */
function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word, at) => isForm(word, others[at] ?? ""));
}

function isForm(word: string, other: string): boolean {
  const length = Math.min(word.length, other.length);
  const stem = Math.max(length - 2, Math.min(length, 2));
  return Math.abs(word.length - other.length) <= 3 && word.slice(0, stem) === other.slice(0, stem);
}

function plain(words: string): string {
  return words
    .replace(/[\s\u00a0]+/g, " ")
    .replaceAll("ё", "е")
    .trim();
}

function wordsOf(words: string): readonly string[] {
  return (
    plain(words)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}
