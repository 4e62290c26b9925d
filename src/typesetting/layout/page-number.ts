import { mmToPt } from "../../base/units/index.ts";
import type { PageSetup } from "../../paperwork/schemas/index.ts";
import {
  type Flow,
  type FlowParagraph,
  type FlowSection,
  type Profile,
  pageMark,
  paragraph,
  textRun,
  textWidthMm,
} from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { breakLines } from "./break-lines.ts";
import type { Page, PlacedLine, Unnumbered } from "./layout.ts";
import { linePitch } from "./measure.ts";
import { shifted } from "./place-items.ts";

/** By what lines in the margins are set: the sheet, the styles of the profile, the fonts. */
export type Margins = { readonly setup: PageSetup; readonly profile: Profile; readonly fonts: Fonts };

/**
 * The pages of a document with their numbers, in the middle of the upper margin; none on the first page of a sequence of numbers and where the tree asks for none.
 * @see ГОСТ Р 7.0.97-2016, раздел 3
 */
export function numberPages(pages: readonly Unnumbered[], flow: Flow, fonts: Fonts): Page[] {
  const { profile, sections } = flow;
  const count = pageCounts(pages, flow);
  return pages.map((page, index) => {
    const { page: setup, goesOn, bare } = sections[page.section] as FlowSection;
    const opens = pages[index - 1]?.section !== page.section;
    const anew = !goesOn && (index === 0 || profile.pageNumbering === "restart");
    if (opens && (bare || anew)) return { ...page, number: null };
    const number = pageNumber(page.ordinal, count(page.section), { setup, profile, fonts });
    return { ...page, number: number === null ? null : shifted(number, mirrorPt(page.ordinal, setup, profile)) };
  });
}

/** How many pages the numbers of a section go up to. */
export function pageCounts(pages: readonly Unnumbered[], { profile, sections }: Flow): (section: number) => number {
  if (profile.pageNumbering === "continuous") return () => pages.length;
  const opener = (section: number): number =>
    sections.findLastIndex(({ goesOn }, index) => index <= section && goesOn !== true);
  const own = new Map<number, number>();
  for (const { section } of pages) own.set(opener(section), (own.get(opener(section)) ?? 0) + 1);
  return (section) => own.get(opener(section)) ?? 0;
}

/** Pages are laid out as odd ones; what stands on an even one moves to its other margin, so far to the right, pt. */
export function mirrorPt(ordinal: number, { leftMm, rightMm }: PageSetup, { mirrorMargins }: Profile): number {
  return mirrorMargins && ordinal % 2 === 0 ? mmToPt(rightMm - leftMm) : 0;
}

function pageNumber(page: number, pages: number, margins: Margins): PlacedLine | null {
  const { setup, profile, fonts } = margins;
  const { sizePt, line } = profile.styles["page-number"];
  const top = mmToPt(setup.headerMm) + linePitch(sizePt, line, fonts);
  const words = pageMark(profile, { page: () => String(page), pages: () => String(pages), words: (text) => text });
  return marginLines(paragraph("page-number", [textRun(words.join(""))]), top, margins)[0] ?? null;
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
  return lines.map(({ pieces, end }, index) => ({
    type: "line",
    y: foot - (lines.length - 1 - index) * pitch,
    pieces: pieces.map((piece) => ({ ...piece, x: piece.x + mmToPt(setup.leftMm) })),
    owner: null,
    continues: false,
    end,
  }));
}
