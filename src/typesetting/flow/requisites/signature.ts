import {
  type AcquaintanceBlock,
  type ExecutorBlock,
  type Inlines,
  inlinesText,
  type SignatureBlock,
} from "../../../paperwork/document/index.ts";
import type { StyleName } from "../../../paperwork/schemas/index.ts";
import type { ComposeContext } from "../compose-context.ts";
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow, FlowTable } from "../flow.ts";
import { blankRun, layoutCell, layoutTable, paragraph, styled, textRun } from "../paragraph.ts";

/** The post over as many lines as it needs; the rule and the name stand level with its last line. @see ГОСТ Р 7.0.97-2016, п. 5.22 */
export function composeSignature(block: SignatureBlock, context: ComposeContext, follows: boolean): FlowTable {
  const { spacing } = context.profile;
  const beforePt = follows ? spacing.betweenSignaturesPt : spacing.beforeSignaturePt;
  return block.mark === undefined ? byHand(block, context, beforePt) : electronically(block, context, beforePt);
}

function byHand(block: SignatureBlock, context: ComposeContext, beforePt: number): FlowTable {
  const { profile, textWidthMm } = context;
  const gap = profile.signature.gapMm;
  const [, lineMm, nameMm] = profile.signature.columnsMm;
  const leastMm = gap + profile.blanks.leastMm;
  const name = nameWidthMm(block, { nameMm, freeMm: textWidthMm - leastMm - gap }, context);
  // A long name takes of the line first, so that lines one under another begin alike.
  const line = Math.max(lineMm - (name - nameMm), leastMm);
  const signed: FlowRow = {
    cells: [
      layoutCell(postLines(block, context), { vertical: "bottom" }),
      emptyCell(),
      block.signed === undefined
        ? layoutCell([paragraph("signature-line", [blankRun(profile.marks.sign, profile)])], { vertical: "bottom" })
        : layoutCell([styled("signature-line", block.signed, context)], { vertical: "bottom" }),
      emptyCell(),
      layoutCell([styled("signature-name", block.name, context)], { vertical: "bottom" }),
    ],
    keepNext: block.seal,
  };
  const seal: FlowRow = {
    cells: [
      emptyCell("signature-post"),
      emptyCell(),
      layoutCell([paragraph("signature-line", [textRun(profile.marks.seal)])]),
      emptyCell(),
      emptyCell("signature-post"),
    ],
    keepNext: false,
  };
  const columnsMm = [textWidthMm - line - name - gap, gap, line - gap, gap, name];
  return layoutTable(profile, { columnsMm, rows: block.seal ? [signed, seal] : [signed], beforePt });
}

/** The frame of the electronic signature stands where the handwritten one would. @see ГОСТ Р 7.0.97-2016, п. 5.23 */
function electronically(block: SignatureBlock, context: ComposeContext, beforePt: number): FlowTable {
  const { profile, textWidthMm } = context;
  const { widthMm, heightMm, rulePt, gapMm, nameMm: ownMm } = profile.signatureMark;
  const freeMm = textWidthMm - widthMm - 2 * gapMm;
  const nameMm = nameWidthMm(block, { nameMm: ownMm, freeMm }, context);
  const lines = (block.mark ?? []).map((line, index) => styled(index === 0 ? "mark-word" : "mark", line, context));
  const row: FlowRow = {
    cells: [
      layoutCell(postLines(block, context), { vertical: "center" }),
      emptyCell(),
      layoutCell(lines, { rules: "all", vertical: "center" }),
      emptyCell(),
      layoutCell([styled("signature-name", block.name, context)], { vertical: "center" }),
    ],
    keepNext: false,
    heightMm,
  };
  const columnsMm = [textWidthMm - widthMm - nameMm - 2 * gapMm, gapMm, widthMm, gapMm, nameMm];
  return layoutTable(profile, { columnsMm, rows: [row], beforePt, rulePt });
}

/** As wide as the profile has it, or as a name of two surnames asks for: it stands in one line where that leaves the words of the post whole. */
function nameWidthMm(
  { name, post }: SignatureBlock,
  { nameMm, freeMm }: { readonly nameMm: number; readonly freeMm: number },
  { profile, measure }: ComposeContext,
): number {
  const widthOf = (text: string, style: StyleName): number =>
    Math.ceil(measure(text, profile.styles[style].sizePt, profile.styles[style].bold));
  const words = post.flatMap((line) => inlinesText(line).split(" "));
  const postMm = Math.max(0, ...words.map((word) => widthOf(word, "signature-post")));
  return Math.max(nameMm, Math.min(widthOf(inlinesText(name), "signature-name"), freeMm - postMm));
}

function postLines({ post }: SignatureBlock, context: ComposeContext): FlowParagraph[] {
  return post.length === 0
    ? [paragraph("signature-post", [])]
    : post.map((line) => styled("signature-post", line, context));
}

function emptyCell(style: StyleName = "signature-line"): FlowCell {
  return layoutCell([paragraph(style, [])]);
}

/** «С приказом ознакомлены:» and a line for each person: signature, name, date. */
export function composeAcquaintance(block: AcquaintanceBlock, context: ComposeContext): FlowBlock[] {
  const { profile, textWidthMm } = context;
  const [sign, , date] = profile.acquaintance.columnsMm;
  const gap = profile.acquaintance.gapMm;
  const columnsMm = [sign - gap, gap, textWidthMm - sign - date, gap, date - gap];
  const blank = (says: string): FlowCell =>
    layoutCell([paragraph("acquaintance", [blankRun(says, profile)])], { vertical: "bottom" });
  const { marks } = profile;
  const rows = block.people.map((person): FlowRow => {
    const text: Inlines = [
      ...person.name,
      ...(person.post === null ? [] : [{ type: "text" as const, text: ", " }, ...person.post]),
    ];
    const name = layoutCell([styled("acquaintance", text, context)], { vertical: "bottom" });
    const gapCell = emptyCell("acquaintance");
    return { cells: [blank(marks.sign), gapCell, name, gapCell, blank(marks.date)], keepNext: false };
  });
  return [styled("acquaintance-head", block.heading, context), layoutTable(profile, { columnsMm, rows })];
}

/** The mark of the executor: name and phone, each a line, kept together. @see ГОСТ Р 7.0.97-2016, п. 5.25 */
export function composeExecutor(block: ExecutorBlock, context: ComposeContext): FlowParagraph[] {
  return block.lines.map((line, index) => ({
    ...styled("executor", line, context),
    beforePt: index === 0 ? context.profile.spacing.beforeExecutorPt : null,
    keepNext: index < block.lines.length - 1,
  }));
}
