import { mmToPt } from "../../base/units/index.ts";
import type { PageSetup } from "../../paperwork/schemas/index.ts";
import { type FlowParagraph, type Profile, paragraph, textRun, textWidthMm } from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { breakLines } from "./break-lines.ts";
import type { PlacedLine } from "./layout.ts";
import { linePitch } from "./measure.ts";

/** By what lines in the margins are set: the sheet, the styles of the profile, the fonts. */
export type Margins = { readonly setup: PageSetup; readonly profile: Profile; readonly fonts: Fonts };

/** The number of a page in the middle of its upper margin. @see ГОСТ Р 7.0.97-2016, раздел 3 */
export function pageNumber(number: number, margins: Margins): PlacedLine | null {
  const { setup, profile, fonts } = margins;
  const { sizePt, line } = profile.styles["page-number"];
  const top = mmToPt(setup.headerMm) + linePitch(sizePt, line, fonts);
  return marginLines(paragraph("page-number", [textRun(String(number))]), top, margins)[0] ?? null;
}

/** The running line of an edition: its last line ends `footerMm` above the lower edge of the sheet, as the word processor puts a footer. */
export function runningLines(running: FlowParagraph, margins: Margins): readonly PlacedLine[] {
  return marginLines(running, mmToPt(margins.setup.heightMm - margins.setup.footerMm), margins);
}

/** Lines between the side margins that end at `bottom`, pt from the upper edge of the sheet; no part of the text. */
function marginLines(source: FlowParagraph, bottom: number, { setup, profile, fonts }: Margins): PlacedLine[] {
  const style = profile.styles[source.style];
  const pitch = linePitch(style.sizePt, style.line, fonts);
  const lines = breakLines(source, style, { widthPt: mmToPt(textWidthMm(setup)), fonts });
  const foot = bottom - fonts.regular.descent * style.sizePt;
  return lines.map(({ pieces }, index) => ({
    type: "line",
    y: foot - (lines.length - 1 - index) * pitch,
    pieces: pieces.map((piece) => ({ ...piece, x: piece.x + mmToPt(setup.leftMm) })),
    owner: null,
    continues: false,
  }));
}
