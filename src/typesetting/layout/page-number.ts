import { mmToPt } from "../../base/units/index.ts";
import type { FlowParagraph, PageSetup, Profile } from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { breakLines } from "./break-lines.ts";
import type { PlacedLine } from "./layout.ts";
import { linePitch } from "./measure.ts";

/** The number of a page in the middle of its upper margin. @see ГОСТ Р 7.0.97-2016, раздел 3 */
export function pageNumber(number: number, setup: PageSetup, profile: Profile, fonts: Fonts): PlacedLine {
  const style = profile.styles["page-number"];
  const paragraph: FlowParagraph = {
    type: "paragraph",
    style: "page-number",
    role: "paragraph",
    runs: [{ type: "text", text: String(number), bold: false, italic: false }],
    label: null,
    bookmark: null,
    outline: null,
    keepNext: false,
    beforePt: null,
  };
  const width = mmToPt(setup.widthMm - setup.leftMm - setup.rightMm);
  const [line] = breakLines(paragraph, style, width, fonts);
  const pieces = (line?.pieces ?? []).map((piece) => ({ ...piece, x: piece.x + mmToPt(setup.leftMm) }));
  const y = mmToPt(setup.headerMm) + linePitch(style.sizePt, style.line, fonts) - fonts.regular.descent * style.sizePt;
  return { type: "line", y, pieces, owner: null, continues: false };
}

/** The running line of an edition: its last line ends `footerMm` above the lower edge of the sheet, as the word processor puts a footer. */
export function runningLines(
  running: FlowParagraph,
  setup: PageSetup,
  profile: Profile,
  fonts: Fonts,
): readonly PlacedLine[] {
  const style = profile.styles[running.style];
  const pitch = linePitch(style.sizePt, style.line, fonts);
  const lines = breakLines(running, style, mmToPt(setup.widthMm - setup.leftMm - setup.rightMm), fonts);
  const foot = mmToPt(setup.heightMm - setup.footerMm) - fonts.regular.descent * style.sizePt;
  return lines.map((line, index) => ({
    type: "line",
    y: foot - (lines.length - 1 - index) * pitch,
    pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x + mmToPt(setup.leftMm) })),
    owner: null,
    continues: false,
  }));
}
