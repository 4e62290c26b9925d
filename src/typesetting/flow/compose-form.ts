import { type Block, type Inline, type Inlines, inlinesText } from "../../paperwork/document/index.ts";
import type { ComposeContext } from "./compose-context.ts";
import type { FlowBlock, FlowCell, FlowTable } from "./flow.ts";
import { blankRun, layoutCell, layoutTable, paragraph, styled, textRun } from "./paragraph.ts";

type Paragraph = Extract<Block, { readonly type: "paragraph" }>;
type Blank = Extract<Inline, { readonly type: "blank" }>;
/** What stands side by side in a line of a form: words, or a line to fill in. */
type Part = Blank | Inlines;

/** What rounding of columns and letters may take of a line, mm. */
const SLACK_MM = 0.5;

/** Whether words stand under a line to fill in. */
export function hasLabels(inlines: Inlines): boolean {
  return inlines.some((one) => one.type === "blank" && one.label !== undefined);
}

/**
 * A paragraph with words under its lines to fill in: each line of it is a table that only places things, the words of the form and the lines
 * side by side, every line with its own words under it. What leaves no room for the next of them stands above it.
 */
export function composeForm({ inlines, role }: Paragraph, context: ComposeContext): FlowBlock[] {
  return linesOf(inlines).flatMap((line) => {
    const rows = rowsOf(partsOf(line), context);
    return rows.map((row, index): FlowBlock => {
      const [words] = row;
      const above = row.length === 1 && words !== undefined && !isBlank(words) && index < rows.length - 1;
      return above ? { ...styled("form-line", words, context), keepNext: true } : formTable(row, role, context);
    });
  });
}

/** As many parts side by side as there is room for; a space parts nothing where a row begins. */
function rowsOf(parts: readonly Part[], context: ComposeContext): Part[][] {
  const rows: Part[][] = [];
  for (const part of parts) {
    const row = rows.at(-1);
    const opening = isBlank(part) ? part : withoutSpace(part);
    if (row !== undefined && widthOf([...row, part], context) <= context.textWidthMm) row.push(part);
    else if (isBlank(opening) || opening.length > 0) rows.push([opening]);
  }
  return rows;
}

function withoutSpace([first, ...rest]: Inlines): Inlines {
  if (first?.type !== "text") return first === undefined ? rest : [first, ...rest];
  const text = first.text.trimStart();
  return text === "" ? rest : [{ ...first, text }, ...rest];
}

function formTable(parts: readonly Part[], role: Paragraph["role"], context: ComposeContext): FlowTable {
  const { textWidthMm, profile } = context;
  const fills = parts.filter((one) => isBlank(one) && one.widthMm === undefined).length;
  const free = textWidthMm - widthOf(parts, context);
  const shares = fills === 0 ? 0 : Math.max(0, free / fills);
  const columnsMm = parts.map(
    (part) => leastMm(part, context) + (isBlank(part) && part.widthMm === undefined ? shares : 0),
  );
  const rest = textWidthMm - columnsMm.reduce((sum, one) => sum + one, 0);
  return layoutTable(profile, {
    columnsMm,
    rows: [{ cells: parts.map((part) => cellOf(part, context)), keepNext: false }],
    indentMm: role === "right" ? Math.max(0, rest) : role === "center" ? Math.max(0, rest / 2) : 0,
  });
}

function cellOf(part: Part, context: ComposeContext): FlowCell {
  if (!isBlank(part)) return layoutCell([styled("form-line", part, context)]);
  const { label } = part;
  const line = paragraph("form-line", [blankRun(context.profile.marks.blank, context.profile)]);
  return layoutCell(label === undefined ? [line] : [line, paragraph("blank-label", [textRun(label)])]);
}

function linesOf(inlines: Inlines): Inlines[] {
  const lines: Inline[][] = [[]];
  for (const one of inlines) {
    if (one.type === "break") lines.push([]);
    else lines.at(-1)?.push(one);
  }
  return lines.filter((line) => line.length > 0);
}

function partsOf(line: Inlines): Part[] {
  const parts: (Blank | Inline[])[] = [];
  for (const one of line) {
    const last = parts.at(-1);
    if (one.type === "blank") parts.push(one);
    else if (last === undefined || isBlank(last)) parts.push([one]);
    else last.push(one);
  }
  return parts;
}

function isBlank(part: Part): part is Blank {
  return "type" in part;
}

function widthOf(parts: readonly Part[], context: ComposeContext): number {
  return parts.reduce((sum, part) => sum + leastMm(part, context), 0);
}

/** Room that a part needs, no more than there is: words as much as they are wide, a line up to the right edge at least so much that something can be written there. */
function leastMm(part: Part, { profile, measure, textWidthMm }: ComposeContext): number {
  const { blanks, styles } = profile;
  if (isBlank(part)) return Math.min(textWidthMm, part.widthMm ?? blanks.leastMm);
  const { sizePt, bold } = styles["form-line"];
  const width = measure(inlinesText(part), sizePt, bold || part.some(({ type }) => type === "strong"));
  return Math.min(textWidthMm, Math.max(blanks.gapMm, width + SLACK_MM));
}
