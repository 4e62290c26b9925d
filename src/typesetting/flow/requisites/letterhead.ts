import type {
  Block,
  DatelineBlock,
  Inlines,
  KindTitleBlock,
  LetterheadBlock,
} from "../../../paperwork/document/index.ts";
import type { ComposeContext } from "../compose-context.ts";
import { composeEmblem } from "../compose-picture.ts";
import type { FlowBlock, FlowParagraph, FlowRow, FlowTable } from "../flow.ts";
import { layoutCell, layoutTable, paragraph, styled } from "../paragraph.ts";
import { type ApprovalsOnly, restrictionLines, stampLines } from "./stamps.ts";

const STYLES = {
  superior: "superior",
  organisation: "organisation",
  short: "short-name",
  contact: "contact",
} as const;

function letterheadLines(block: LetterheadBlock, context: ComposeContext): FlowParagraph[] {
  return block.lines.map((line) => styled(STYLES[line.role], line.inlines, context));
}

/** The form the block asks for, else the profile's. */
export function isCorner(block: Block, { profile }: ComposeContext): block is LetterheadBlock {
  return block.type === "letterhead" && (block.form ?? profile.letterhead.form) === "corner";
}

/** All lines centred, none longer than the profile allows. @see ГОСТ Р 7.0.97-2016, раздел 4 */
export function composeLongitudinal(block: LetterheadBlock, context: ComposeContext): FlowBlock[] {
  const { profile, textWidthMm } = context;
  const width = Math.min(profile.letterhead.widthMm, textWidthMm);
  const leftMm = (textWidthMm - width) / 2;
  return [
    ...composeEmblem(block, context, { leftMm, widthMm: width }),
    layoutTable(profile, {
      columnsMm: [width],
      rows: [{ cells: [layoutCell(letterheadLines(block, context))], keepNext: true }],
      indentMm: leftMm,
      afterPt: profile.spacing.afterLetterheadPt,
    }),
  ];
}

/**
 * The block in the upper left corner takes in the name of the kind, the date, the number and the place that follow it; the right half
 * is left to a stamp of approval. Gives the table and how many blocks went into it. @see ГОСТ Р 7.0.97-2016, раздел 4
 */
export function composeCorner(
  blocks: readonly Block[],
  context: ComposeContext,
): { readonly table: FlowTable; readonly used: number } {
  const { profile, textWidthMm } = context;
  const left: FlowParagraph[] = [];
  const right: FlowParagraph[] = [];
  let used = 0;
  for (const block of blocks) {
    if (used === 0 && block.type === "restriction") right.push(...restrictionLines(block, context));
    else if (left.length === 0 && block.type === "letterhead") left.push(...letterheadLines(block, context));
    else if (block.type === "kind-title") left.push(kindTitle(block, context));
    else if (block.type === "dateline" && block.layout === "order") left.push(...cornerDateline(block, context));
    else if (isRightStamp(block)) right.push(...stampLines(block.right, context));
    else break;
    used++;
  }
  const corner = profile.letterhead.cornerMm;
  const stamp = Math.min(profile.stamp.widthMm, textWidthMm - corner);
  const middle = Math.max(profile.letterhead.gapMm, textWidthMm - corner - stamp);
  const row = {
    cells: [
      layoutCell(left),
      layoutCell([paragraph("stamp", [])]),
      layoutCell(right.length === 0 ? [paragraph("stamp", [])] : right),
    ],
    keepNext: true,
  };
  const table = layoutTable(profile, {
    columnsMm: [corner, middle, textWidthMm - corner - middle],
    rows: [row],
    afterPt: profile.spacing.afterLetterheadPt,
  });
  return { table, used };
}

function isRightStamp(block: Block): block is ApprovalsOnly<"right"> {
  return block.type === "approvals" && block.left === null && block.right !== null;
}

/** «ПРИКАЗ»: what the document begins with for a screen reader. @see ГОСТ Р 7.0.97-2016, п. 5.9 */
export function kindTitle(block: KindTitleBlock, context: ComposeContext): FlowParagraph {
  return { ...styled("kind-title", block.inlines, context), outline: context.levelOf(1) };
}

/** «05.09.2025 № 145-ОД» in one line, the place under it. */
function cornerDateline(block: DatelineBlock, context: ComposeContext): FlowParagraph[] {
  const space: Inlines = [{ type: "text", text: " " }];
  const line = [block.date, block.number ?? []].filter((part) => part.length > 0);
  const inlines = line.flatMap((part, index) => (index === 0 ? [...part] : [...space, ...part]));
  return [
    styled("corner-line", inlines, context),
    ...(block.place === null ? [] : [styled("place", block.place, context)]),
  ];
}

/** Date and number (or place and date) on one level; in an order the place stands under them. */
export function composeDateline(block: DatelineBlock, context: ComposeContext): FlowBlock[] {
  const { profile, textWidthMm } = context;
  const [left, right] = block.layout === "order" ? [block.date, block.number] : [block.place, block.date];
  const row: FlowRow = {
    cells: [
      layoutCell([styled("dateline-left", left ?? [], context)]),
      layoutCell([styled("dateline-right", right ?? [], context)]),
    ],
    keepNext: true,
  };
  const place = block.layout === "order" && block.place !== null ? [styled("place", block.place, context)] : [];
  // Under the line of an order stand a place or a title with their own space, under that of an agreement the text.
  const afterPt = block.layout === "order" ? 0 : profile.spacing.afterDatelinePt;
  return [layoutTable(profile, { columnsMm: [textWidthMm / 2, textWidthMm / 2], rows: [row], afterPt }), ...place];
}
