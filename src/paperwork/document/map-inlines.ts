import { type Handlers, handle } from "./handlers.ts";
import { footnotesOf } from "./inlines-text.ts";
import type { Approval, Block, Inline, Inlines, SignedMark, TableRow } from "./model.ts";

type Change = (inlines: Inlines) => Inlines;
type Words = (text: string) => string;

/** A block with every paragraph of it changed, and by `words` its texts that are none: captions, words of a chart and of a stamp. */
export function mapInlines(block: Block, change: Change, words: Words = (text) => text): Block {
  return handle(PARAGRAPHS, block, (inlines) => withNotes(change(inlines), change), words);
}

/** The same change made to what stands in footnotes. */
function withNotes(inlines: Inlines, change: Change): Inlines {
  if (footnotesOf(inlines).length === 0) return inlines;
  return mapLeaves(inlines, (leaf) => (leaf.type === "footnote" ? { ...leaf, note: change(leaf.note) } : leaf));
}

const own = <B extends { readonly inlines: Inlines }>(block: B, change: Change): B => ({
  ...block,
  inlines: change(block.inlines),
});
const lines = <B extends { readonly lines: readonly Inlines[] }>(block: B, change: Change): B => ({
  ...block,
  lines: block.lines.map(change),
});
const none = <B extends Block>(block: B): B => block;

const PARAGRAPHS: Handlers<Block, Block, [Change, Words]> = {
  heading: own,
  clause: own,
  item: own,
  paragraph: own,
  table: (block, change, words) => {
    const row = (one: TableRow): TableRow => ({
      ...one,
      cells: one.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(change) })),
    });
    const caption = block.caption === null ? null : words(block.caption);
    return { ...block, caption, header: block.header.map(row), rows: block.rows.map(row) };
  },
  chart: (block, _, words) => ({
    ...block,
    title: words(block.title),
    alt: words(block.alt),
    unit: words(block.unit),
    ...(block.label === undefined ? {} : { label: words(block.label) }),
    categories: block.categories.map(words),
    series: block.series.map((one) => ({ ...one, name: words(one.name) })),
  }),
  picture: (block, _, words) => ({
    ...block,
    title: block.title === null ? null : words(block.title),
    alt: words(block.alt),
  }),
  letterhead: (block, change) => ({ ...block, lines: block.lines.map((line) => own(line, change)) }),
  "kind-title": own,
  dateline: (block, change) => ({
    ...block,
    date: change(block.date),
    number: optional(block.number, change),
    place: optional(block.place, change),
  }),
  title: own,
  approvals: (block, change, words) => ({
    ...block,
    left: mapApproval(block.left, change, words),
    right: mapApproval(block.right, change, words),
  }),
  "annex-mark": lines,
  restriction: lines,
  signature: (block, change) => ({
    ...block,
    ...signed(block, change),
    post: block.post.map(change),
    name: change(block.name),
    ...(block.mark === undefined ? {} : { mark: block.mark.map(change) }),
  }),
  parties: (block, change) => ({
    ...block,
    parties: block.parties.map((party) => ({
      ...lines(party, change),
      ...signed(party, change),
      title: change(party.title),
      post: party.post.map(change),
      name: change(party.name),
    })),
  }),
  acquaintance: (block, change) => ({
    ...block,
    heading: change(block.heading),
    people: block.people.map(({ name, post }) => ({ name: change(name), post: optional(post, change) })),
  }),
  executor: lines,
  contents: (block, change) => ({ ...block, title: change(block.title) }),
  "page-break": none,
};

function mapApproval(approval: Approval | null, change: Change, words: Words): Approval | null {
  if (approval === null) return null;
  const { sign } = approval;
  return {
    ...lines(approval, change),
    word: words(approval.word),
    sign:
      sign === null
        ? null
        : { ...sign, ...signed(sign, change), name: change(sign.name), date: optional(sign.date, change) },
  };
}

function optional(inlines: Inlines | null, change: Change): Inlines | null {
  return inlines === null ? null : change(inlines);
}

function signed(mark: SignedMark, change: Change): SignedMark {
  return mark.signed === undefined ? {} : { signed: change(mark.signed) };
}

/** A paragraph with every inline that holds no others changed or left out; what is left without any goes too. */
export function mapLeaves(inlines: Inlines, change: (leaf: InlineLeaf) => Inline | null): Inlines {
  return inlines.flatMap((inline): Inline[] => {
    if (!("children" in inline)) return [change(inline) ?? []].flat();
    const children = mapLeaves(inline.children, change);
    return children.length === 0 ? [] : [{ ...inline, children }];
  });
}

/** An inline that holds no others. */
export type InlineLeaf = Exclude<Inline, { readonly children: Inlines }>;
