import type { Approval, Block, Inlines, PartiesBlock, SignatureBlock } from "../document/index.ts";
import type { ComposeContext } from "./compose-flow.ts";
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow, FlowRun } from "./flow.ts";
import { layoutCell, layoutTable, paragraph, runsOf, textRun } from "./paragraph.ts";
import type { StyleName } from "./profile.ts";

type Requisites = {
  readonly [type in Extract<Block["type"], "letterhead" | "kind-title" | "dateline" | "title" | "approvals" | "annex-mark" | "signature" | "parties" | "acquaintance" | "executor">]: (
    block: Extract<Block, { readonly type: type }>,
    context: ComposeContext,
    previous: Block | undefined,
  ) => FlowBlock[];
};
type Requisite = Extract<Block, { readonly type: keyof Requisites }>;

export function isRequisite(block: Block): block is Requisite {
  return Object.hasOwn(REQUISITES, block.type);
}

/** A requisite as paragraphs and layout tables, by the measures of the profile. @see ГОСТ Р 7.0.97-2016, раздел 5 */
export function composeRequisite(block: Requisite, context: ComposeContext, previous: Block | undefined): FlowBlock[] {
  return (REQUISITES[block.type] as (block: Requisite, context: ComposeContext, previous: Block | undefined) => FlowBlock[])(block, context, previous);
}

const LETTERHEAD_STYLE = { superior: "superior", organisation: "organisation", short: "short-name", contact: "contact" } as const;

const REQUISITES: Requisites = {
  letterhead: (block, { profile, textWidthMm }) => {
    const width = Math.min(profile.letterhead.widthMm, textWidthMm);
    const lines = block.lines.map((line) => styled(LETTERHEAD_STYLE[line.role], line.inlines));
    return [layoutTable([width], [{ cells: [layoutCell(lines)], keepNext: true }], { indentMm: (textWidthMm - width) / 2, afterPt: profile.spacing.afterLetterheadPt })];
  },
  "kind-title": (block) => [{ ...styled("kind-title", block.inlines), role: "title", outline: null }],
  dateline: (block, { textWidthMm }) => {
    const [left, right] = block.layout === "order" ? [block.date, block.number] : [block.place, block.date];
    const row: FlowRow = { cells: [layoutCell([styled("dateline-left", left ?? [])]), layoutCell([styled("dateline-right", right ?? [])])], keepNext: true };
    const place = block.layout === "order" && block.place !== null ? [styled("place", block.place)] : [];
    return [layoutTable([textWidthMm / 2, textWidthMm / 2], [row]), ...place];
  },
  title: (block) => [{ ...styled(block.align === "left" ? "title" : "title-center", block.inlines), role: "title" }],
  approvals: (block, { profile, textWidthMm }) => {
    const width = Math.min(profile.stamp.widthMm, textWidthMm / 2);
    const stamp = (approval: Approval | null): FlowCell => layoutCell(approval === null ? [paragraph("stamp", [])] : stampLines(approval, profile.stamp.lineMm));
    const cells = [stamp(block.left), layoutCell([paragraph("stamp", [])]), stamp(block.right)];
    return [layoutTable([width, textWidthMm - 2 * width, width].map(atLeast), [{ cells, keepNext: true }], { afterPt: profile.spacing.afterApprovalsPt })];
  },
  "annex-mark": (block, { profile, textWidthMm }) => {
    const width = profile.annexMark.widthMm;
    const lines = block.lines.map((line) => styled("annex-mark", line));
    return [layoutTable([textWidthMm - width, width], [{ cells: [layoutCell([paragraph("annex-mark", [])]), layoutCell(lines)], keepNext: true }], { afterPt: profile.spacing.afterAnnexMarkPt })];
  },
  signature: (block, context, previous) => {
    const { spacing } = context.profile;
    return [layoutTable(signatureColumns(context), signatureRows(block, context), { beforePt: previous?.type === "signature" ? spacing.betweenSignaturesPt : spacing.beforeSignaturePt })];
  },
  parties: (block, context) => [composeParties(block, context)],
  acquaintance: (block, { profile, textWidthMm }) => {
    const [sign, , date] = profile.acquaintance.columnsMm;
    const gap = profile.acquaintance.gapMm;
    const columns = [sign - gap, gap, textWidthMm - sign - date, gap, date - gap];
    const rows = block.people.map((person): FlowRow => {
      const text: FlowRun[] = [...runsOf(person.name), ...(person.post === null ? [] : [textRun(", "), ...runsOf(person.post)])];
      const empty = (): FlowCell => layoutCell([paragraph("acquaintance", [])]);
      const rule = (): FlowCell => layoutCell([paragraph("acquaintance", [])], { rules: "bottom", vertical: "bottom" });
      return { cells: [rule(), empty(), layoutCell([paragraph("acquaintance", text)], { vertical: "bottom" }), empty(), rule()], keepNext: false };
    });
    return [styled("acquaintance-head", block.heading), layoutTable(columns, rows)];
  },
  executor: (block, { profile }) =>
    block.lines.map((line, index) => ({ ...styled("executor", line), beforePt: index === 0 ? profile.spacing.beforeExecutorPt : null, keepNext: index < block.lines.length - 1 })),
};

function styled(style: StyleName, inlines: Inlines): FlowParagraph {
  return paragraph(style, runsOf(inlines));
}

/** A column of no width cannot be drawn. */
function atLeast(width: number): number {
  return Math.max(width, 0.5);
}

function stampLines(approval: Approval, lineMm: number): FlowParagraph[] {
  const { word, lines, sign } = approval;
  const signed = sign === null ? [] : [{ ...paragraph("stamp", [{ type: "blank" as const, widthMm: lineMm }, textRun(" "), ...runsOf(sign.name)]), beforePt: 6 }];
  const dated = sign?.date ? [{ ...styled("stamp", sign.date), beforePt: 6 }] : [];
  return [...(word === "" ? [] : [paragraph("stamp-word", [textRun(word)])]), ...lines.map((line) => styled("stamp", line)), ...signed, ...dated];
}

function signatureColumns({ profile, textWidthMm }: ComposeContext): number[] {
  const [, line, name] = profile.signature.columnsMm;
  const gap = profile.signature.gapMm;
  return [textWidthMm - line - name - gap, gap, line - gap, gap, name];
}

/** The post over as many lines as it needs; the rule and the name stand level with its last line. */
function signatureRows(block: SignatureBlock, { profile }: ComposeContext): FlowRow[] {
  const gap = (): FlowCell => layoutCell([paragraph("signature-line", [])]);
  const post = block.post.length === 0 ? [paragraph("signature-post", [])] : block.post.map((line) => styled("signature-post", line));
  const signed: FlowRow = {
    cells: [
      layoutCell(post, { vertical: "bottom" }),
      gap(),
      layoutCell([paragraph("signature-line", [])], { rules: "bottom", vertical: "bottom" }),
      gap(),
      layoutCell([styled("signature-name", block.name)], { vertical: "bottom" }),
    ],
    keepNext: block.seal,
  };
  if (!block.seal) return [signed];
  const seal: FlowRow = {
    cells: [layoutCell([paragraph("signature-post", [])]), gap(), layoutCell([paragraph("signature-line", [textRun(profile.marks.seal)])]), gap(), layoutCell([paragraph("signature-post", [])])],
    keepNext: false,
  };
  return [signed, seal];
}

/** Two columns; each kind of line is a row of its own, so that the signatures stand level. */
function composeParties(block: PartiesBlock, { profile, textWidthMm }: ComposeContext): FlowBlock {
  const { gapMm, lineMm } = profile.parties;
  const count = Math.max(1, block.parties.length);
  const width = (textWidthMm - gapMm * (count - 1)) / count;
  const columns = block.parties.flatMap((_, index) => (index === 0 ? [width] : [gapMm, width]));
  type Party = PartiesBlock["parties"][number];
  const row = (lines: (party: Party) => readonly FlowParagraph[], keepNext: boolean, vertical: FlowCell["vertical"] = "top"): FlowRow => ({
    cells: block.parties.flatMap((party, index) => {
      const own = lines(party);
      const cell = layoutCell(own.length === 0 ? [paragraph("party-line", [])] : own, { vertical });
      return index === 0 ? [cell] : [layoutCell([paragraph("party-line", [])]), cell];
    }),
    keepNext,
  });
  const signed = (party: Party): FlowParagraph[] => [{ ...paragraph("party-line", [{ type: "blank", widthMm: lineMm }, textRun(" "), ...runsOf(party.name)]), beforePt: 18 }];
  return layoutTable(columns, [
    row((party) => [styled("party-title", party.title)], true),
    row((party) => party.lines.map((line) => styled("party-line", line)), true),
    row((party) => party.post.map((line, index) => ({ ...styled("party-line", line), beforePt: index === 0 ? 12 : null })), true, "bottom"),
    row(signed, block.parties.some(({ seal }) => seal)),
    ...(block.parties.some(({ seal }) => seal) ? [row((party) => [{ ...paragraph("party-line", party.seal ? [textRun(profile.marks.seal)] : []), beforePt: 6 }], false)] : []),
  ]);
}
