import type { Flow, FlowBlock, FlowSection } from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { borrowed } from "./borrow.ts";
import { checkGlyphs } from "./check-glyphs.ts";
import { checkNotes } from "./check-notes.ts";
import { checkWords } from "./check-words.ts";
import { fillContents } from "./contents.ts";
import { fitPages, type Laid } from "./fit-pages.ts";
import type { Layout, Unnumbered } from "./layout.ts";
import { type KnownLines, type Measured, measureBlock, type Setting } from "./measure.ts";
import { numberPages, pageCounts } from "./page-number.ts";
import { paginate } from "./paginate.ts";
import { Sheets } from "./sheets.ts";
import { sinkFoot } from "./sink-foot.ts";

/** Pages of a table of contents may move by its own numbers; they settle at once or in the next round. */
const ROUNDS = 3;

/**
 * Places a flow on pages. Pure: the same flow and fonts give the same pages. `layout.pages.length` is the number of pages;
 * `layout.flow` is the flow with the page numbers of its table of contents and the number of pages. Codes
 * TRC5001: a character the font lacks; TRC5002: a footnote that no page has room to begin; TRC5003, TRC5004: a table, a line
 * without room for what is not parted.
 */
export function layoutFlow(flow: Flow, fonts: Fonts): Layout {
  const known: KnownLines = new WeakMap();
  const lay = (own: Flow): Laid => layoutWithContents(own, { fonts, known });
  const own = borrowed(flow, fonts);
  const laid = fitPages(own, lay);
  const diagnostics = [...checkGlyphs(own, fonts), ...checkNotes(laid.pages), ...checkWords(laid.flow, known)];
  return { flow: counted(laid), pages: numberPages(laid.pages, laid.flow, fonts), diagnostics };
}

type Means = Pick<Setting, "fonts" | "known">;

function layoutWithContents(flow: Flow, means: Means): Laid {
  let laid = layoutPages(flow, means);
  for (let round = 0; round < ROUNDS; round++) {
    const next = fillContents(laid.flow, laid.pages);
    if (next === laid.flow) break;
    laid = layoutPages(next, means);
  }
  const sunk = sinkFoot(laid.flow, laid.pages);
  return sunk === laid.flow ? laid : layoutPages(sunk, means);
}

/** The flow with the number of pages in each section where the profile prints it. */
function counted({ flow, pages }: Laid): Flow {
  if (!flow.profile.marks.page.includes("{pages}")) return flow;
  const count = pageCounts(pages, flow);
  return { ...flow, sections: flow.sections.map((section, index) => ({ ...section, pages: count(index) })) };
}

function layoutPages(flow: Flow, means: Means): Laid {
  const pages: Unnumbered[] = [];
  const sections = flow.sections.map((section, index) => {
    const laid = layoutSection(flow, section, { index, first: firstNumber(flow, section, pages) }, means);
    pages.push(...laid.pages);
    return laid.section;
  });
  const same = sections.every((section, index) => section === flow.sections[index]);
  return { flow: same ? flow : { ...flow, sections }, pages };
}

/** Number of the first page of a section behind the pages of earlier ones. */
function firstNumber({ profile }: Flow, { goesOn }: FlowSection, pages: readonly Unnumbered[]): number {
  return goesOn || profile.pageNumbering === "continuous" ? (pages.at(-1)?.ordinal ?? 0) + 1 : 1;
}

/** `first` is the number of its first page. */
function layoutSection(
  flow: Flow,
  section: FlowSection,
  { index, first }: { readonly index: number; readonly first: number },
  means: Means,
): { readonly section: FlowSection; readonly pages: readonly Unnumbered[] } {
  const { profile } = flow;
  const sheets = new Sheets(section, { section: index, first }, { profile, fonts: means.fonts });
  const placed = paginate(
    section.blocks.map((block) => measureBlock(block, { profile, widthPt: sheets.textWidthPt, ...means })),
    sheets,
  );
  return { section: withBlocks(section, placed.map(sourceOf)), pages: sheets.finish() };
}

/** The section with the blocks as they were placed; the same section when the layout let nothing go. */
function withBlocks(section: FlowSection, blocks: readonly FlowBlock[]): FlowSection {
  const same =
    blocks.length === section.blocks.length && blocks.every((block, index) => block === section.blocks[index]);
  return same ? section : { ...section, blocks };
}

function sourceOf(block: Measured): FlowBlock {
  return block.type === "page-break" ? block : block.source;
}
