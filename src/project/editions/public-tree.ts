import {
  type Approval,
  type Block,
  type DocumentModel,
  type Handlers,
  handle,
  type Inline,
  type Inlines,
  mapInlines,
  type Section,
} from "../../paperwork/document/index.ts";
import type { PublicWording } from "./wording.ts";

/** A requisite that the public edition does not show, by the name of its ground; or the type of what the edition has no line for. */
export type WithheldBlock = keyof PublicWording["blocks"] | (string & {});

type Publishing = { readonly signed: Inlines; readonly withhold: (name: WithheldBlock) => void };

/**
 * The tree of a public document from a tree that was rendered from filtered views: no mark of the executor, no lines of acquaintance,
 * «(подпись)» in place of signatures and seals, the running line, a title that names the edition. A block or an inline that the edition
 * has no line for is withheld.
 */
export function publicTree(
  model: DocumentModel,
  wording: PublicWording,
  running: string,
): { readonly model: DocumentModel; readonly withheld: readonly WithheldBlock[] } {
  const withheld = new Set<WithheldBlock>();
  const publishing: Publishing = {
    signed: [{ type: "text", text: wording.signature }],
    withhold: (name) => withheld.add(name),
  };
  const section = (one: Section): Section => ({
    ...one,
    title: one.role === "body" ? titled(one.title, wording) : one.title,
    blocks: one.blocks.flatMap((block) => publicBlock(block, publishing) ?? []),
  });
  return {
    model: {
      meta: { ...model.meta, title: titled(model.meta.title, wording) },
      running,
      body: section(model.body),
      annexes: model.annexes.map(section),
    },
    withheld: [...withheld].sort(),
  };
}

/** «Приказ от 05.09.2025 № 145-ОД (публичная редакция)». */
export function titled(title: string, wording: PublicWording): string {
  return `${title} (${wording.title})`;
}

function publicBlock(block: Block, publishing: Publishing): Block | null {
  if (!Object.hasOwn(PUBLIC, block.type)) return without(block, publishing);
  const shown = handle(PUBLIC, block, publishing);
  return shown === null ? null : mapInlines(shown, (inlines) => publicInlines(inlines, publishing));
}

function publicInlines(inlines: Inlines, publishing: Publishing): Inlines {
  return inlines.flatMap((inline): Inlines => {
    if (Object.hasOwn(PUBLIC_INLINES, inline.type)) return handle(PUBLIC_INLINES, inline, publishing);
    publishing.withhold(inline.type);
    return [];
  });
}

/** Whether the public edition shows an inline: every type has to be decided here. */
const PUBLIC_INLINES: Handlers<Inline, Inlines, [Publishing]> = {
  text: (inline) => [inline],
  strong: (inline, publishing) => [{ ...inline, children: publicInlines(inline.children, publishing) }],
  emphasis: (inline, publishing) => [{ ...inline, children: publicInlines(inline.children, publishing) }],
  unconfirmed: (inline, publishing) => [{ ...inline, children: publicInlines(inline.children, publishing) }],
  reference: (inline) => [inline],
  // Where it leads is looked through for leaks like the words.
  link: (inline, publishing) => [{ ...inline, children: publicInlines(inline.children, publishing) }],
  blank: (inline) => [inline],
  "check-box": (inline) => [inline],
  // What it says is filtered as a paragraph of its own.
  footnote: (inline) => [inline],
  break: (inline) => [inline],
};

/** Shown as the filtered views made it. */
const shown = (block: Block): Block => block;

function without({ type }: Block, { withhold }: Publishing): null {
  withhold(type);
  return null;
}

/** Whether the public edition shows a block: every type has to be decided here. */
const PUBLIC: Handlers<Block, Block | null, [Publishing]> = {
  heading: shown,
  clause: shown,
  item: shown,
  paragraph: shown,
  table: shown,
  chart: shown,
  // Nobody can search a picture for names and signatures: it is shown where somebody said so.
  picture: (block, { withhold }) => {
    if (block.public === true) return block;
    withhold("picture");
    return null;
  },
  letterhead: shown,
  "kind-title": shown,
  dateline: shown,
  title: shown,
  approvals: (block, publishing) => {
    const stamp = (approval: Approval | null): Approval | null => {
      if (approval === null || approval.sign === null) return approval;
      publishing.withhold("signature");
      return { ...approval, sign: { ...approval.sign, signed: publishing.signed } };
    };
    return { ...block, left: stamp(block.left), right: stamp(block.right) };
  },
  "annex-mark": shown,
  // Stays, so that the document is refused.
  restriction: shown,
  signature: (block, { signed, withhold }) => {
    withhold("signature");
    return { ...block, seal: false, signed };
  },
  parties: (block, { signed, withhold }) => {
    withhold("signature");
    return { ...block, parties: block.parties.map((party) => ({ ...party, seal: false, signed })) };
  },
  acquaintance: without,
  executor: without,
  contents: shown,
  "page-break": shown,
};
