import { inlinesText, type PartiesBlock } from "../../../paperwork/document/index.ts";
import type { ComposeContext } from "../compose-context.ts";
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow } from "../flow.ts";
import { layoutCell, layoutTable, paragraph, styled, textRun } from "../paragraph.ts";
import { signatureLine } from "./stamps.ts";

type Party = PartiesBlock["parties"][number];

/**
 * Names, addresses and signatures in columns; each kind of line is a row of its own, so that the signatures stand level.
 *
 * @param apart no heading has set them off from the text above
 */
export function composeParties(block: PartiesBlock, context: ComposeContext, apart: boolean): FlowBlock {
  const { profile, textWidthMm } = context;
  const { spacing } = profile;
  const { gapMm, lineMm } = profile.parties;
  const count = Math.max(1, block.parties.length);
  const width = (textWidthMm - gapMm * (count - 1)) / count;
  const columnsMm = block.parties.flatMap((_, index) => (index === 0 ? [width] : [gapMm, width]));
  const beforePt = apart ? spacing.beforePartySignaturePt : null;
  const sealed = block.parties.some(({ seal }) => seal);
  const row = (
    lines: (party: Party) => readonly FlowParagraph[],
    keepNext: boolean,
    vertical: FlowCell["vertical"] = "top",
  ): FlowRow => ({
    cells: block.parties.flatMap((party, index) => {
      const own = lines(party);
      const cell = layoutCell(own.length === 0 ? [paragraph("party-line", [])] : own, { vertical });
      return index === 0 ? [cell] : [layoutCell([paragraph("party-line", [])]), cell];
    }),
    keepNext,
  });
  const post = (party: Party): FlowParagraph[] =>
    party.post.map((line, index) => ({
      ...styled("party-line", line, context),
      beforePt: index === 0 ? spacing.beforePartyPostPt : null,
    }));
  // In a narrow column the line for the signature gives way to the name, which is not parted from it.
  const lineFor = ({ name }: Party): number =>
    Math.min(lineMm, width - context.measure(`\u00a0\u00a0${inlinesText(name)}`, profile.styles["party-line"].sizePt));
  const sign = (party: Party): FlowParagraph[] => [
    {
      ...styled("party-line", signatureLine(lineFor(party), party, context), context),
      beforePt: spacing.beforePartySignaturePt,
    },
  ];
  const seal = (party: Party): FlowParagraph[] => [
    {
      ...paragraph("party-line", party.seal ? [textRun(profile.marks.seal)] : []),
      beforePt: spacing.inStampPt,
    },
  ];
  return layoutTable(profile, {
    columnsMm,
    reading: "columns",
    rows: [
      row((party) => [{ ...styled("party-title", party.title, context), beforePt }], true),
      row((party) => party.lines.map((line) => styled("party-line", line, context)), true),
      row(post, true, "bottom"),
      row(sign, sealed),
      ...(sealed ? [row(seal, false)] : []),
    ],
  });
}
