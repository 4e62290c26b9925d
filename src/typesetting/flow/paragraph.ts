import type { Inline, Inlines } from "../../paperwork/document/index.ts";
import { blankText } from "./blank-text.ts";
import type { MeasureText } from "./compose-context.ts";
import type { FlowCell, FlowParagraph, FlowRun, FlowTable } from "./flow.ts";
import type { Profile, StyleName } from "./profile.ts";

/** A paragraph of a style; lines to fill in are as long in its size as they should be. */
export function styled(
  style: StyleName,
  inlines: Inlines,
  context: { readonly profile: Profile; readonly measure: MeasureText },
): FlowParagraph {
  return paragraph(style, runsOf(inlines, blankIn(style, context)));
}

/** Lines to fill in, in the size of a style. */
export function blankIn(
  style: StyleName,
  { profile, measure }: { readonly profile: Profile; readonly measure: MeasureText },
): BlankMaker {
  return (widthMm) => blankText(widthMm, profile.styles[style].sizePt, measure);
}

/** A plain paragraph of a style. */
export function paragraph(style: StyleName, runs: readonly FlowRun[]): FlowParagraph {
  return {
    type: "paragraph",
    style,
    role: "paragraph",
    runs,
    label: null,
    bookmark: null,
    outline: null,
    keepNext: false,
    beforePt: null,
  };
}

/** Gives the text of a line to fill in, so many mm long. */
export type BlankMaker = (widthMm: number) => string;

/** Inlines → runs; nested emphasis adds up, neighbouring runs of one look are joined. */
export function runsOf(inlines: Inlines, blank: BlankMaker, bold = false, italic = false): FlowRun[] {
  const runs = inlines.flatMap((inline) => runOf(inline, blank, bold, italic));
  return runs.reduce<FlowRun[]>((joined, run) => {
    const last = joined.at(-1);
    if (run.type === "text" && last?.type === "text" && sameLook(last, run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
    return joined;
  }, []);
}

type TextRun = Extract<FlowRun, { readonly type: "text" }>;

function sameLook(one: TextRun, other: TextRun): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.marked === other.marked;
}

function runOf(inline: Inline, blank: BlankMaker, bold: boolean, italic: boolean): FlowRun[] {
  switch (inline.type) {
    case "text":
      return [{ type: "text", text: inline.text, bold, italic }];
    case "reference":
      return [{ type: "reference", text: inline.text, target: inline.target, bold, italic }];
    case "strong":
      return runsOf(inline.children, blank, true, italic);
    case "emphasis":
      return runsOf(inline.children, blank, bold, true);
    case "doubtful":
      return runsOf(inline.children, blank, bold, italic).map((run) =>
        run.type === "text" ? { ...run, marked: true } : run,
      );
    case "blank":
      return [{ type: "text", text: blank(inline.widthMm), bold, italic }];
    case "break":
      return [{ type: "break" }];
  }
}

export function textRun(text: string): FlowRun {
  return { type: "text", text, bold: false, italic: false };
}

/** A cell of a table that only places things. */
export function layoutCell(
  paragraphs: readonly FlowParagraph[],
  options: {
    readonly vertical?: FlowCell["vertical"];
    readonly rules?: FlowCell["rules"];
    readonly span?: number;
  } = {},
): FlowCell {
  return {
    paragraphs,
    span: options.span ?? 1,
    scope: null,
    vertical: options.vertical ?? "top",
    rules: options.rules ?? "none",
  };
}

/** A table that only places things: no rules of its own, no padding, nothing for a screen reader. */
export function layoutTable(
  profile: Profile,
  columnsMm: readonly number[],
  rows: FlowTable["rows"],
  options: {
    readonly indentMm?: number;
    readonly beforePt?: number;
    readonly afterPt?: number;
    readonly rulePt?: number;
  } = {},
): FlowTable {
  return {
    type: "table",
    semantics: "layout",
    indentMm: options.indentMm ?? 0,
    columnsMm,
    paddingMm: 0,
    verticalPaddingMm: 0,
    rulePt: options.rulePt ?? profile.table.rulePt,
    headerRows: 0,
    rows,
    summary: null,
    beforePt: options.beforePt ?? 0,
    afterPt: options.afterPt ?? 0,
  };
}
