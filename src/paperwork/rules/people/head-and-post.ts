import { numericDate } from "../../../base/text/index.ts";
import { overlap } from "../../facts/index.ts";
import { type DataOf, fullName, type RecordOf } from "../../records/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** The post of a head in a person's record ends with the term of the head, and nobody else has it meanwhile. */
export const headAndPost: RecordRule = {
  code: "TRC2183",
  title: text("Должность лица спорит со сроком руководителя", "A post contradicts the term of a head"),
  validations: ["V36"],
  why: text(
    "Кто руководит организацией, говорит heads; должность лица, которая говорит иное, осталась от прежнего руководителя или введена с ошибкой",
    "Who heads an organisation is said by heads; a post of a person that says otherwise is outdated or mistyped",
  ),
  example: {
    file: "people/berezkina-mp.yaml",
    wrong: "positions:\n  - {title: директор, organisation: centre, from: 2015-08-24}",
    right: "positions:\n  - {title: директор, organisation: centre, from: 2015-08-24, to: 2026-01-16}",
  },
  *check(facts): Iterable<Finding> {
    yield* headsWithoutPost(facts);
    for (const person of facts.all("people"))
      for (const [pointer, post] of located(person.data.positions, "/positions")) {
        const organisation = facts.all("organisations").find(({ id }) => id === post.organisation);
        if (organisation === undefined) continue;
        const terms = located(organisation.data.heads, "/heads").filter(([, { title }]) => title === post.title);
        const found = contradiction(person, post, terms);
        if (found === undefined) {
          yield* keptBeside(person, pointer, { organisation, post });
          yield* begunElsewhen(facts, { person, pointer, post }, { organisation, terms });
          continue;
        }
        const { own, term } = found;
        const head = { record: organisation, pointer: found.pointer + (own ? "/to" : "") };
        const worker = { record: person, pointer: pointer + (own && term.to === undefined ? "/to" : "") };
        // Terms of heads are what people change, and forget the post; a term without an end is what they forget.
        const atHead = own && term.to !== undefined;
        const [here, there] = atHead ? [head, worker] : [worker, { ...head, pointer: found.pointer }];
        yield {
          ...here,
          message: message(facts.fullName(person.id), post.title ?? "", found),
          hints: text(
            "Закройте должность (to) тем же днём, что и срок руководителя, и впишите новую; или исправьте heads",
            "End the post (to) on the last day of the term of the head and enter the new one, or correct heads",
          ),
          related: {
            ...there,
            message: atHead
              ? text("должность этого лица", "the post of the person")
              : text("срок руководителя", "the term of the head"),
          },
        };
      }
  },
};

/** A head has a post in the organisation that he heads: a person's record that names others alone is another's, or is not brought up to date. */
function* headsWithoutPost(facts: Facts): Iterable<Finding> {
  for (const record of facts.all("organisations"))
    for (const [pointer, term] of located(record.data.heads, "/heads")) {
      const person = facts.find("people", term.person);
      const named = person?.data.positions ?? [];
      const posts = named.filter((post) => overlap(post, term));
      if (person === undefined || named.length === 0 || posts.some(({ organisation }) => organisation === record.id))
        continue;
      // A head may have the main post elsewhere; the same post elsewhere is the one that is meant.
      if (posts.length > 0 && !posts.some(({ title }) => title === term.title)) continue;
      yield {
        record: person,
        pointer: "/positions",
        severity: "warning",
        message: text(
          `${facts.fullName(person.id)} возглавляет «${record.id}», а должности там у этого лица нет`,
          `“${facts.fullName(person.id)}” heads "${record.id}", and has no post there in the record`,
        ),
        hints: text(
          `Впишите должность в организации ${record.id} или исправьте heads`,
          `Enter the post in ${record.id}, or correct heads`,
        ),
        related: { record, pointer: `${pointer}/person`, message: text("руководитель", "the head") },
      };
    }
}

/** Whoever became the head keeps the former post in the record: nobody has ended it. A deputy who acts as the head keeps it rightly. */
function* keptBeside(
  person: RecordOf<"people">,
  pointer: string,
  { organisation, post }: { readonly organisation: RecordOf<"organisations">; readonly post: Post },
): Iterable<Finding> {
  if (post.to !== undefined) return;
  const term = located(organisation.data.heads, "/heads").find(
    ([, { person: head, title, acting, from = "" }]) =>
      head === person.id && title !== post.title && acting === undefined && from > (post.from ?? ""),
  );
  if (term === undefined) return;
  const [at, { title = "", from = "" }] = term;
  yield {
    record: person,
    pointer,
    severity: "warning",
    message: text(
      `${fullName(person.data)}: должность «${post.title}» не окончена, хотя с ${numericDate(from)} это лицо – ${title}`,
      `“${fullName(person.data)}”: the post “${post.title}” has no end, though the person is the head (“${title}”) from ${from} on`,
    ),
    hints: text(
      "Закройте прежнюю должность (to); если лицо совмещает обе, снимите замечание (waivers)",
      "End the former post (to); if the person has both, waive the finding (waivers)",
    ),
    related: { record: organisation, pointer: at, message: text("срок руководителя", "the term of the head") },
  };
}

/** The first day of a head is that of the post, when each has one term and both end together. */
function* begunElsewhen(
  facts: Facts,
  { person, pointer, post }: { readonly person: RecordOf<"people">; readonly pointer: string; readonly post: Post },
  {
    organisation,
    terms,
  }: { readonly organisation: RecordOf<"organisations">; readonly terms: readonly (readonly [string, Term])[] },
): Iterable<Finding> {
  const own = terms.filter(([, one]) => one.person === person.id);
  const [at, term] = own[0] ?? [];
  const posts = (person.data.positions ?? []).filter((one) => same(one, post));
  if (at === undefined || term === undefined || own.length > 1 || posts.length > 1 || term.acting !== undefined) return;
  if (post.from === undefined || term.from === undefined || post.from === term.from || post.to !== term.to) return;
  yield {
    record: organisation,
    pointer: `${at}/from`,
    severity: "warning",
    message: text(
      `${facts.fullName(person.id)}: срок руководителя – с ${numericDate(term.from)}, а должность «${post.title}» – с ${numericDate(post.from)}`,
      `“${facts.fullName(person.id)}”: the term of the head begins on ${term.from}, the post “${post.title}” on ${post.from}`,
    ),
    hints: text("Исправьте один из двух дней", "Correct one of the two days"),
    related: {
      record: person,
      pointer: `${pointer}/from`,
      message: text("должность этого лица", "the post of the person"),
    },
  };
}

type Term = NonNullable<DataOf<"organisations">["heads"]>[number];
type Post = NonNullable<DataOf<"people">["positions"]>[number];
/** The term that a post contradicts: the person's own, which ends on another day, or one of somebody else. */
type Contradiction = { readonly term: Term; readonly pointer: string; readonly own: boolean };

const END = "9999";

function contradiction(
  { id, data: { positions = [] } }: RecordOf<"people">,
  post: Post,
  terms: readonly (readonly [string, Term])[],
): Contradiction | undefined {
  const meanwhile = terms.filter(([, term]) => overlap(term, post));
  const mine = meanwhile.filter(([, { person }]) => person === id);
  const last = mine.at(-1);
  if (last === undefined) {
    const [pointer, term] = meanwhile[0] ?? [];
    return pointer === undefined || term === undefined ? undefined : { pointer, term, own: false };
  }
  const [pointer, term] = last;
  const ends = post.to ?? END;
  const goesOn = positions.some((one) => same(one, post) && (one.to ?? END) > ends);
  const longer = mine.every(([, { to = END }]) => to < ends);
  return longer || (!goesOn && (term.to ?? END) > ends) ? { pointer, term, own: true } : undefined;
}

function same(one: Post, other: Post): boolean {
  return one.title === other.title && one.organisation === other.organisation;
}

function message(name: string, title: string, { own, term }: Contradiction): Finding["message"] {
  if (!own)
    return text(
      `${name}: должность «${title}», а руководитель в эти дни – другой`,
      `“${name}” has the post “${title}”, but somebody else is the head on those days`,
    );
  return term.to === undefined
    ? text(
        `${name}: должность «${title}» окончена, а срок руководителя – нет`,
        `“${name}”: the post “${title}” has ended, the term of the head has not`,
      )
    : text(
        `${name}: срок руководителя кончается ${numericDate(term.to)}, а должность «${title}» – в другой день`,
        `“${name}”: the term of the head ends on ${term.to}, the post “${title}” on another day`,
      );
}
