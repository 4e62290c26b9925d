import {
  type Block,
  type DocumentModel,
  type Handlers,
  handle,
  type Inlines,
  type Section,
} from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";
import { composeChart } from "./compose-chart.ts";
import { clauseStyles } from "./compose-clauses.ts";
import { composeCode } from "./compose-code.ts";
import {
  composeContents,
  contentsOf,
  contentsTargets,
  hasContents,
  openAnnex,
  unlistTitles,
} from "./compose-contents.ts";
import type { ComposeContext, ContentsEntry, MeasureText } from "./compose-context.ts";
import { composeForm, hasLabels } from "./compose-form.ts";
import { composeEmblem, composePicture } from "./compose-picture.ts";
import { composeTable } from "./compose-table.ts";
import {
  type Flow,
  type FlowBlock,
  type FlowSection,
  type FlowTable,
  type PictureSource,
  tableParagraphs,
} from "./flow.ts";
import { headingLevels } from "./heading-levels.ts";
import { layoutCell, paragraph, styled, textRun } from "./paragraph.ts";
import { partTables } from "./part-tables.ts";
import { type Profile, textWidthMm } from "./profile.ts";
import { composeCorner, composeDateline, composeLongitudinal, isCorner, kindTitle } from "./requisites/letterhead.ts";
import { composeParties } from "./requisites/parties.ts";
import { composeAcquaintance, composeExecutor, composeSignature } from "./requisites/signature.ts";
import { composeAnnexMark, composeApprovals, composeRestriction } from "./requisites/stamps.ts";
import { sheetRuns } from "./sheet-runs.ts";

/** Text of the machine-readable code with its alternative in words. */
export type CodeText = { readonly text: string; readonly alt: string };

/** By what a tree is composed; `code` is printed on the first sheet where the profile has a place for it. */
export type Composition = {
  readonly profile: Profile;
  /** Width of a text in mm at a size in pt. */
  readonly measure: MeasureText;
  readonly code?: CodeText | null;
  /** Absent: the tree has no pictures. */
  readonly pictures?: PictureSource;
};

/** Lowers a tree to styled paragraphs, tables and charts, by the measures of the profile. Pure. */
export function composeFlow(
  model: DocumentModel,
  { profile, measure, code = null, pictures = noPicture }: Composition,
): Flow {
  const listed = hasContents(model);
  const targets = new Set([...references(model), ...(listed ? contentsTargets(model) : [])]);
  const styleOf = clauseStyles(model);
  const compose = (section: Section, contents: readonly ContentsEntry[]): FlowSection[] =>
    composeSection(section, model, { profile, measure, pictures, targets, clauseStyle: styleOf(section), contents });
  const annexes = model.annexes.flatMap((annex) => compose(annex, []));
  const body = compose(model.body, listed ? contentsOf(model, annexes) : []);
  const first = (section: FlowSection): FlowSection =>
    code === null ? section : { ...section, code: composeCode(code.text, code.alt, profile) };
  return {
    meta: model.meta,
    profile,
    pictures,
    sections: [...body.map((section, index) => (index === 0 ? first(section) : section)), ...annexes],
  };
}

function noPicture(file: string): never {
  throw new Error(`composed without its pictures: ${file}`);
}

/** A check box takes the place of a number: its item is a paragraph among others. */
const ITEM_STYLES = { dash: "item", paren: "item-number", "check-box": "text" } as const;

/** A section of the flow for each run of sheets that lie one way. */
function composeSection(
  section: Section,
  { running }: DocumentModel,
  shared: Omit<ComposeContext, "levelOf" | "textWidthMm" | "pageHeightMm">,
): FlowSection[] {
  const { id, title, role } = section;
  const levelOf = headingLevels();
  return sheetRuns(section).map(({ orientation, bare, blocks: own }, index) => {
    const page = shared.profile[orientation];
    const context: ComposeContext = {
      ...shared,
      levelOf,
      textWidthMm: textWidthMm(page),
      pageHeightMm: page.heightMm - page.topMm - page.bottomMm,
    };
    const composed = composeBlocks(own, context);
    const opened = role === "annex" && index === 0 ? openAnnex(composed, id, context) : composed;
    const blocks = unlistTitles(joinExecutor(opened));
    return {
      id,
      title,
      ...(index === 0 ? {} : { goesOn: true }),
      ...(bare ? { bare } : {}),
      orientation,
      page,
      running: running === undefined ? null : paragraph("running", [textRun(running)]),
      code: null,
      blocks: openPages(partTables(keepSignatures(blocks, shared.profile.signatureTextLines), context), bare),
    };
  });
}

function composeBlocks(blocks: readonly Block[], context: ComposeContext): FlowBlock[] {
  const composed: FlowBlock[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const head = block.type === "restriction" ? (blocks[index + 1] ?? block) : block;
    if (isCorner(head, context)) {
      const corner = composeCorner(blocks.slice(index), context);
      const room = { leftMm: 0, widthMm: context.profile.letterhead.cornerMm };
      composed.push(...(head.type === "letterhead" ? composeEmblem(head, context, room) : []), corner.table);
      index += corner.used - 1;
    } else {
      const own = handle(COMPOSERS, block, context, blocks[index - 1]);
      composed.push(...(isUnderSignature(blocks, index) ? partFromSignature(own, context) : own));
    }
  }
  return composed;
}

/** True of a line of text right under a signature; one without indent, the day of signing, belongs to the signature. */
function isUnderSignature(blocks: readonly Block[], index: number): boolean {
  const isDay = (block: Block | undefined): boolean => block?.type === "paragraph" && block.role === "flush";
  let above = index - 1;
  while (isDay(blocks[above])) above--;
  return blocks[index]?.type === "paragraph" && !isDay(blocks[index]) && blocks[above]?.type === "signature";
}

/** Such a line stands off the signature, or it would read as a part of it. */
function partFromSignature(blocks: readonly FlowBlock[], { profile }: ComposeContext): FlowBlock[] {
  const beforePt = profile.spacing.afterSignaturePt;
  return blocks.map((block, index) =>
    index === 0 && block.type === "paragraph" && block.beforePt === null ? { ...block, beforePt } : block,
  );
}

/** What each block becomes, requisites by the standard. @see ГОСТ Р 7.0.97-2016, раздел 5 */
const COMPOSERS: Handlers<Block, FlowBlock[], [ComposeContext, previous: Block | undefined]> = {
  heading: (block, context) => {
    const style = block.level === 1 ? "heading-1" : "heading-2";
    return [
      {
        ...styled(style, block.inlines, context),
        label: block.label === null ? null : { text: block.label, list: block.list, level: 0, format: "decimal" },
        outline: context.levelOf(block.level === 1 ? 2 : 3),
        bookmark: bookmarkOf(block.id, context),
      },
    ];
  },
  clause: (block, context) => [
    {
      ...styled(context.clauseStyle(block.level), block.inlines, context),
      role: "clause",
      label: { text: block.label, list: block.list, level: block.level, format: "decimal" },
      bookmark: bookmarkOf(block.id, context),
      // A clause that ends with a colon opens a list and may not be parted from it.
      keepNext: endsWithColon(block.inlines),
    },
  ],
  item: (block, context) => [
    {
      ...styled(ITEM_STYLES[block.marker], block.inlines, context),
      role: "item",
      label: { text: block.label, list: block.list, level: block.level, format: block.marker },
    },
  ],
  paragraph: (block, context) =>
    hasLabels(block.inlines)
      ? composeForm(block, context)
      : [{ ...styled(block.role, block.inlines, context), keepNext: endsWithColon(block.inlines) }],
  table: composeTable,
  chart: composeChart,
  picture: composePicture,
  letterhead: composeLongitudinal,
  "kind-title": (block, context) => [kindTitle(block, context)],
  dateline: composeDateline,
  title: (block, context) => [
    {
      ...styled(block.align === "left" ? "title" : "title-center", block.inlines, context),
      outline: context.levelOf(1),
    },
  ],
  approvals: composeApprovals,
  "annex-mark": composeAnnexMark,
  restriction: composeRestriction,
  signature: (block, context, previous) => [composeSignature(block, context, previous?.type === "signature")],
  parties: (block, context, previous) => [composeParties(block, context, previous?.type !== "heading")],
  acquaintance: composeAcquaintance,
  executor: composeExecutor,
  contents: composeContents,
  "page-break": (block) => [block],
};

function bookmarkOf(id: string, { targets }: ComposeContext): string | null {
  return targets.has(id) ? id : null;
}

function endsWithColon(inlines: Inlines): boolean {
  const last = inlines.at(-1);
  return last?.type === "text" && last.text.trimEnd().endsWith(":");
}

/** A paragraph that a page break puts at the top of a page has no space above it: some word processors would leave it out, and some not. */
function openPages(blocks: readonly FlowBlock[], opened: boolean): FlowBlock[] {
  return blocks.map((block, index) => {
    const opens = index === 0 ? opened : blocks[index - 1]?.type === "page-break";
    return block.type === "paragraph" && opens ? { ...block, beforePt: 0 } : block;
  });
}

/** A signature never stands alone: as many paragraphs as the profile asks lines, or the last two rows of a table, stay with it. @see ГОСТ Р 7.0.97-2016, п. 5.22 */
function keepSignatures(blocks: readonly FlowBlock[], lines: number): FlowBlock[] {
  const kept = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    if (block.type !== "table" || !(isSignature(block) || isParties(block))) continue;
    for (let before = 1; before <= lines; before++) {
      kept.add(index - before);
      if (blocks[index - before]?.type !== "paragraph" || blocks[index - before - 1]?.type !== "paragraph") break;
    }
  }
  return blocks.map((block, index) => (kept.has(index) ? keptWithNext(block) : block));
}

/** The mark of the executor becomes the last row of the signature before it: it would look lost on a page of its own. */
function joinExecutor(blocks: readonly FlowBlock[]): FlowBlock[] {
  const joined: FlowBlock[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    const executor = block.type === "paragraph" && block.style === "executor";
    if (!executor || above?.type !== "table" || !isSignature(above)) {
      joined.push(block);
      continue;
    }
    const last = above.rows.at(-1);
    const open = last?.cells.length === 1 ? last : undefined;
    const paragraphs = [...(open?.cells[0]?.paragraphs ?? []), { ...block, keepNext: false }];
    const row = { cells: [layoutCell(paragraphs, { span: above.columnsMm.length })], keepNext: false };
    const rows = (open === undefined ? above.rows : above.rows.slice(0, -1)).map((one) => ({ ...one, keepNext: true }));
    joined[joined.length - 1] = { ...above, rows: [...rows, row] };
  }
  return joined;
}

function keptWithNext(block: FlowBlock): FlowBlock {
  if (block.type === "paragraph" || block.type === "chart") return { ...block, keepNext: true };
  if (block.type !== "table") return block;
  return {
    ...block,
    rows: block.rows.map((row, index) => (index >= block.rows.length - 2 ? { ...row, keepNext: true } : row)),
  };
}

function isSignature(block: FlowTable): boolean {
  return hasStyle(block, "signature-name");
}

/** Requisites and signatures of the parties of a contract: on a sheet without a clause they could be laid to any contract. */
function isParties(block: FlowTable): boolean {
  return hasStyle(block, "party-title");
}

function hasStyle(table: FlowTable, name: StyleName): boolean {
  return tableParagraphs(table).some(({ style }) => style === name);
}

function references(model: DocumentModel): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === "object" && value !== null) {
      const { type, target, href } = value as { readonly [name in "type" | "target" | "href"]?: unknown };
      if (type === "reference" && typeof target === "string") found.push(target);
      if (type === "link" && typeof href === "string" && href.startsWith("#")) found.push(href.slice(1));
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit([model.body, model.annexes]);
  return found;
}
