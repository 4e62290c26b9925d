import type { Diagnostic } from "../../base/diagnostics/index.ts";
import type { Flow, FlowSection } from "../flow/index.ts";
import type { Fonts } from "../fonts/index.ts";
import { checkGlyphs } from "./check-glyphs.ts";
import { fillContents } from "./contents.ts";
import type { Layout, Page } from "./layout.ts";
import { measureBlock } from "./measure.ts";
import { Paginator } from "./paginate.ts";

/** Pages of a table of contents may move by its own numbers; they settle at once or in the next round. */
const ROUNDS = 3;

/**
 * Places a flow on pages. Pure: the same flow and fonts give the same pages. `layout.pages.length` is the number of pages;
 * `layout.flow` is the flow with the page numbers of its table of contents. Code TRC5001: a character the font lacks.
 */
export function layoutFlow(flow: Flow, fonts: Fonts): Layout {
  const diagnostics: Diagnostic[] = [...checkGlyphs(flow, fonts)];
  let filled = flow;
  let pages = layoutPages(filled, fonts);
  for (let round = 0; round < ROUNDS; round++) {
    const next = fillContents(filled, pages);
    if (next === filled) break;
    filled = next;
    pages = layoutPages(filled, fonts);
  }
  return { flow: filled, pages, diagnostics };
}

function layoutPages(flow: Flow, fonts: Fonts): Page[] {
  const pages: Page[] = [];
  for (const [index, section] of flow.sections.entries())
    pages.push(...layoutSection(flow, section, { index, before: pages.length }, fonts));
  return pages;
}

/** `before` is the number of pages that earlier sections took. */
function layoutSection(
  flow: Flow,
  section: FlowSection,
  { index, before }: { readonly index: number; readonly before: number },
  fonts: Fonts,
): Page[] {
  const continuous = flow.profile.pageNumbering === "continuous";
  const paginator = new Paginator(flow.profile, section, fonts, {
    section: index,
    first: continuous ? before + 1 : 1,
    firstShown: continuous && index > 0,
  });
  paginator.add(
    section.blocks.map((block) =>
      measureBlock(block, { profile: flow.profile, widthPt: paginator.textWidthPt, fonts }),
    ),
  );
  return paginator.finish();
}
