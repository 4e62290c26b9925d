import {
  type BlankInline,
  type CheckBoxInline,
  checkBoxSign,
  type Handlers,
  handle,
  type Inline,
  type Inlines,
} from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";
import { BLANK, type FlowCell, type FlowLook, type FlowParagraph, type FlowRun, type FlowTable } from "./flow.ts";
import type { Profile } from "./profile.ts";

/** A paragraph of a style. */
export function styled(style: StyleName, inlines: Inlines, { profile }: { readonly profile: Profile }): FlowParagraph {
  const runs = runsOf(inlines, {
    blank: ({ widthMm, label = profile.marks.blank }) => ({
      ...blankRun(label, profile),
      ...(widthMm !== undefined && { widthMm, fills: false }),
    }),
    checkBox: (box) => {
      const says = box.checked ? profile.marks.checked : profile.marks.unchecked;
      return { ...textRun(checkBoxSign(box)), checkBox: { checked: box.checked, says } };
    },
    note: (number, note) => {
      const text = styled("footnote", note, { profile });
      const own = mark(number, "footnote", profile);
      return { ...mark(number, style, profile), note: { ...text, runs: [own, textRun(" "), ...text.runs] } };
    },
  });
  // A line break with nothing behind it parts nothing; word processors would show an empty line for it.
  return paragraph(style, runs.slice(0, runs.findLastIndex(({ type }) => type !== "break") + 1));
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
    afterPt: null,
  };
}

type NoteRun = Extract<FlowRun, { readonly type: "note" }>;

/** The raised number of a footnote in a paragraph of a style. */
function mark(text: string, style: StyleName, { styles, footnotes }: Profile): NoteRun {
  const { sizePt } = styles[style];
  return { type: "note", text, sizePt: sizePt * footnotes.markShare, risePt: sizePt * footnotes.raiseShare };
}

/** Gives a line to fill in, a check box, and the mark of a footnote with its paragraph. */
type Maker = {
  readonly blank: (blank: BlankInline) => BlankRun;
  readonly checkBox: (box: CheckBoxInline) => TextRun;
  readonly note: (number: string, note: Inlines) => NoteRun;
};

/** Inlines → runs; nested emphasis adds up, neighbouring runs of one look are joined. */
function runsOf(inlines: Inlines, maker: Maker, look: FlowLook = PLAIN): FlowRun[] {
  const runs = inlines.flatMap((inline) => handle(RUNS, inline, maker, look));
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
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.marked === other.marked &&
    one.href === other.href &&
    one.checkBox === other.checkBox
  );
}

const PLAIN: FlowLook = { bold: false, italic: false };

const RUNS: Handlers<Inline, FlowRun[], [Maker, FlowLook]> = {
  text: ({ text }, _, look) => [{ type: "text", text, ...look }],
  reference: ({ text, target }, _, look) => [{ type: "reference", text, target, ...look }],
  link: ({ href, children }, maker, look) => runsOf(children, maker, { ...look, href }),
  strong: ({ children }, maker, look) => runsOf(children, maker, { ...look, bold: true }),
  emphasis: ({ children }, maker, look) => runsOf(children, maker, { ...look, italic: true }),
  unconfirmed: ({ children }, maker, look) =>
    runsOf(children, maker, look).map((run) => (run.type === "text" ? { ...run, marked: true } : run)),
  blank: (inline, { blank }, look) => [{ ...blank(inline), ...look }],
  "check-box": (inline, { checkBox }, look) => [{ ...checkBox(inline), ...look }],
  footnote: ({ number, note }, maker) => [maker.note(String(number), note)],
  break: () => [{ type: "break" }],
};

type BlankRun = Extract<FlowRun, { readonly type: "blank" }>;

/** A line to fill in that goes up to the right edge. */
export function blankRun(says: string, { blanks }: Profile): BlankRun {
  return { type: "blank", text: BLANK, says, widthMm: blanks.leastMm, fills: true, ...PLAIN };
}

/** A run of plain words. */
export function textRun(text: string): TextRun {
  return { type: "text", text, ...PLAIN };
}

/** A cell of a table that only places things. */
export function layoutCell(
  paragraphs: readonly FlowParagraph[],
  look: Partial<Pick<FlowCell, "vertical" | "rules" | "span">> = {},
): FlowCell {
  return { paragraphs, span: 1, scope: null, vertical: "top", rules: "none", ...look };
}

/** What a table that only places things needs; the rest of it is nought. */
type LayoutTable = Pick<FlowTable, "columnsMm" | "rows"> &
  Partial<Pick<FlowTable, "indentMm" | "beforePt" | "afterPt" | "rulePt" | "reading">>;

/** A table that only places things: no rules of its own, no padding, nothing for a screen reader. */
export function layoutTable(profile: Profile, table: LayoutTable): FlowTable {
  return {
    type: "table",
    semantics: "layout",
    indentMm: 0,
    paddingMm: 0,
    verticalPaddingMm: 0,
    rulePt: profile.table.rulePt,
    headerRows: 0,
    summary: null,
    beforePt: 0,
    afterPt: 0,
    ...table,
  };
}
