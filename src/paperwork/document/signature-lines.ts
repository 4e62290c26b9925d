import { type Handlers, handle } from "./handlers.ts";
import type { Block, Inlines } from "./model.ts";

/** Who signs: post and name as printed; `title` is the party that the person signs for. */
export type SignatureLine = {
  readonly post: readonly Inlines[];
  readonly name: Inlines;
  readonly title?: Inlines;
};

/** The lines for signatures of blocks, in reading order. */
export function signatureLines(blocks: readonly Block[]): SignatureLine[] {
  return blocks.flatMap((block) => handle(SIGNED, block));
}

const none = (): SignatureLine[] => [];

const SIGNED: Handlers<Block, readonly SignatureLine[]> = {
  heading: none,
  clause: none,
  item: none,
  paragraph: none,
  table: none,
  chart: none,
  picture: none,
  letterhead: none,
  "kind-title": none,
  dateline: none,
  title: none,
  approvals: none,
  "annex-mark": none,
  restriction: none,
  signature: (block) => [block],
  parties: ({ parties }) => parties,
  acquaintance: none,
  executor: none,
  contents: none,
  "page-break": none,
};
