import { each, type FindingIn, located, type RecordRule, text } from "../rule.ts";

/** Who acts for a head is told apart from the post. */
export const actingInTitle: RecordRule = {
  code: "TRC2219",
  title: text("«И. о.» стоит в названии должности", "“Acting” stands in the name of a post"),
  validations: ["V36"],
  severity: "warning",
  why: text(
    "Должность склоняется и печатается в подписи: «и. о.» в её названии даст неверные слова",
    "A post is inflected and printed with the signature: “acting” inside makes wrong words",
  ),
  norm: "ТК РФ, статья 60.2",
  example: {
    file: "centre.yaml",
    wrong: "heads:\n  - {person: klenov-pa, title: и.о. директора, from: 2026-01-19}",
    right:
      'heads:\n  - {person: klenov-pa, title: директор, acting: {orderNumber: "12-к", orderDate: 2026-01-16}, from: 2026-01-19}',
  },
  check: (facts) => [...each("organisations", heads)(facts), ...each("people", positions)(facts)],
};

type Post = { readonly title?: string };

function* heads({ data }: { readonly data: { readonly heads?: readonly Post[] } }): Iterable<FindingIn> {
  yield* acting(located(data.heads, "/heads"), /^(?:и\.?\s?о\.?\s|врио\s|исполняющ\p{L}+ обязанности)/iu);
}

/** A person's own post has no mark of acting: in full words it is inflected and printed rightly, shortened it is not. */
function* positions({ data }: { readonly data: { readonly positions?: readonly Post[] } }): Iterable<FindingIn> {
  yield* acting(located(data.positions, "/positions"), /^(?:и\.?\s?о\.?\s|врио\s)/iu);
}

function* acting(posts: readonly (readonly [pointer: string, post: Post])[], shortened: RegExp): Iterable<FindingIn> {
  for (const [pointer, { title = "" }] of posts)
    if (shortened.test(title))
      yield {
        pointer: `${pointer}/title`,
        message: text(`«${title}» – не название должности`, `"${title}" is no name of a post`),
        hints: text(
          'Напишите должность в именительном падеже и добавьте приказ: acting: {orderNumber: "12-к", orderDate: 2026-01-16}',
          'Write the post in the nominative, and add the order: acting: {orderNumber: "12-к", orderDate: 2026-01-16}',
        ),
      };
}
