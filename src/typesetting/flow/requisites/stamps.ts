import type {
  AnnexMarkBlock,
  Approval,
  ApprovalsBlock,
  Inlines,
  RestrictionBlock,
  SignedMark,
} from "../../../paperwork/document/index.ts";
import type { ComposeContext } from "../compose-context.ts";
import type { FlowBlock, FlowCell, FlowParagraph, FlowTable } from "../flow.ts";
import { layoutCell, layoutTable, paragraph, styled, textRun } from "../paragraph.ts";

/** Stamps with one side filled. */
export type ApprovalsOnly<Side extends "left" | "right"> = ApprovalsBlock & { readonly [side in Side]: Approval };

/** Approval at the right, agreement at the left, on one level. @see ГОСТ Р 7.0.97-2016, п. 5.16, 5.20 */
export function composeApprovals(block: ApprovalsBlock, context: ComposeContext): FlowBlock[] {
  const { profile, textWidthMm } = context;
  const width = Math.min(profile.stamp.widthMm, textWidthMm / 2);
  const stamp = (approval: Approval | null): FlowCell =>
    layoutCell(approval === null ? [paragraph("stamp", [])] : stampLines(approval, context));
  const cells = [stamp(block.left), layoutCell([paragraph("stamp", [])]), stamp(block.right)];
  return [
    layoutTable(profile, {
      columnsMm: [width, Math.max(profile.stamp.gapMm, textWidthMm - 2 * width), width],
      rows: [{ cells, keepNext: true }],
      afterPt: profile.spacing.afterApprovalsPt,
    }),
  ];
}

/** The mark of an annex in the upper right corner, its lines one under another. @see ГОСТ Р 7.0.97-2016, п. 5.19 */
export function composeAnnexMark(block: AnnexMarkBlock, context: ComposeContext): FlowBlock[] {
  const lines = block.lines.map((line) => styled("annex-mark", line, context));
  return [atRight("annex-mark", lines, context.profile.spacing.afterAnnexMarkPt, context)];
}

/** The mark of restricted access in the upper right corner of the first sheet. @see ГОСТ Р 7.0.97-2016, п. 5.14 */
export function composeRestriction(block: RestrictionBlock, context: ComposeContext): FlowBlock[] {
  const { profile } = context;
  return [atRight("restriction", restrictionLines(block, context), profile.spacing.afterRestrictionPt, context)];
}

/** Its lines, one under another. */
export function restrictionLines({ lines }: RestrictionBlock, context: ComposeContext): FlowParagraph[] {
  return lines.map((line) => styled("restriction", line, context));
}

/** Lines of a style in the upper right corner. */
function atRight(
  style: "annex-mark" | "restriction",
  lines: readonly FlowParagraph[],
  afterPt: number,
  { profile, textWidthMm }: ComposeContext,
): FlowTable {
  const width = profile.annexMark.widthMm;
  return layoutTable(profile, {
    columnsMm: [textWidthMm - width, width],
    rows: [{ cells: [layoutCell([paragraph(style, [])]), layoutCell(lines)], keepNext: true }],
    afterPt,
  });
}

/** The lines of one stamp: its word, what it says, the line for the signature, the date. */
export function stampLines(approval: Approval, context: ComposeContext): FlowParagraph[] {
  const { word, lines, sign } = approval;
  const beforePt = context.profile.spacing.inStampPt;
  const signed =
    sign === null
      ? []
      : [{ ...styled("stamp", signatureLine(context.profile.stamp.lineMm, sign, context), context), beforePt }];
  const dated = sign?.date ? [{ ...styled("stamp", sign.date, context), beforePt }] : [];
  return [
    ...(word === "" ? [] : [paragraph("stamp-word", [textRun(word)])]),
    ...lines.map((line) => styled("stamp", line, context)),
    ...signed,
    ...dated,
  ];
}

/** «________ И.О. Фамилия» in one line; in a public edition «(подпись) И.О. Фамилия», or the mark alone where the name is withheld. */
export function signatureLine(
  lineMm: number,
  { name, signed }: { readonly name: Inlines } & SignedMark,
  { profile }: ComposeContext,
): Inlines {
  const line: Inlines = signed ?? [{ type: "blank", widthMm: lineMm, label: profile.marks.sign }];
  return name.length === 0 && signed !== undefined ? line : [...line, { type: "text", text: "\u00a0" }, ...name];
}
