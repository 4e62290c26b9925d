import { escapeXml } from "../../../base/text/index.ts";
import { checkBoxSign, type Handlers, handle } from "../../../paperwork/document/index.ts";
import type { CheckBox, FlowParagraph, FlowRun } from "../../flow/index.ts";
import { eachXml } from "./part-xml.ts";
import { fieldXml, sizeXml, textXml } from "./run-xml.ts";
import { FOOTNOTE_MARK_STYLE } from "./styles.ts";

/** What the runs of a document share. */
export type RunContext = {
  /** Number of each bookmark, given in order of first use. */
  readonly bookmarks: Map<string, number>;
  /** Bookmarks around the number of a caption: a reference repeats their text, not the number of their paragraph. */
  readonly captions: ReadonlySet<string>;
  /** Text of each footnote, in order. */
  readonly notes: string[];
  /** `w:tabs`, `w:ind` and `w:jc` of a paragraph that has room at its sides or lines to fill in. */
  readonly placeOf: (paragraph: FlowParagraph) => {
    readonly tabs: string;
    readonly indent: string;
    readonly align: string;
  };
  /** The family of the document. */
  readonly family: string;
  /** Gives the next number of a content control. */
  readonly control: () => number;
  /** Gives the id of the relation of the text to an address; a part that has no relations has no links. */
  readonly relate: (href: string) => string;
  /** Size of the runs of the paragraph where it is not that of its style, pt. */
  readonly sizePt?: number;
  /** The same of the footnotes. */
  readonly relateNote: (href: string) => string;
};

/** The number of a caption. */
export function isSequence(run: FlowRun): boolean {
  return run.type === "text" && run.sequence !== undefined;
}

/** Runs of a paragraph. */
export function runsXml(runs: readonly FlowRun[], context: RunContext): string {
  return eachXml(runs, (run) => inlineXml(run, context));
}

/** A run. */
export function inlineXml(run: FlowRun, context: RunContext): string {
  return handle(RUNS, run, context);
}

const RUNS: Handlers<FlowRun, string, [RunContext]> = {
  text: (run, context) =>
    run.checkBox !== undefined
      ? checkBoxXml(run, run.checkBox, context)
      : run.sequence !== undefined
        ? sequenceXml(run.text, run.sequence)
        : run.href === undefined
          ? textXml(run, context.sizePt)
          : linkXml(run.href, textXml(run, context.sizePt), context),
  reference: (run, context) => {
    const asked = context.captions.has(run.target) ? "" : " \\r";
    return fieldXml(`REF ${bookmarkName(run.target, context)}${asked} \\h`, textXml(run, context.sizePt));
  },
  note: ({ note }, context) => {
    if (note === undefined) return `<w:r>${NOTE_STYLE}<w:footnoteRef/></w:r>`;
    const number = context.notes.push(noteXml(note, context));
    return `<w:r>${NOTE_STYLE}<w:footnoteReference w:id="${number}"/></w:r>`;
  },
  // A content control has a name that is heard where the line is, and can be typed into. @see ISO/IEC 29500-1, 17.5.2
  blank: ({ says, tabs = 1 }, { control, sizePt }) => {
    const line = `<w:r><w:rPr>${sizePt === undefined ? "" : sizeXml(sizePt)}<w:u w:val="single"/></w:rPr>${"<w:tab/>".repeat(tabs)}</w:r>`;
    const properties = `<w:sdtPr><w:alias w:val="${escapeXml(says)}"/><w:id w:val="${control()}"/></w:sdtPr>`;
    return `<w:sdt>${properties}<w:sdtContent>${line}</w:sdtContent></w:sdt>`;
  },
  // The line that it ends is as high as its own letters are.
  break: (_, { sizePt }) => `<w:r>${sizePt === undefined ? "" : `<w:rPr>${sizeXml(sizePt)}</w:rPr>`}<w:br/></w:r>`,
};

/** A box that a click marks, with the sign of its state. @see MS-DOCX, 2.6.1.14 */
function checkBoxXml(
  run: Extract<FlowRun, { readonly type: "text" }>,
  { checked, says }: CheckBox,
  { control, family, sizePt }: RunContext,
): string {
  const font = escapeXml(run.borrowed?.family ?? family);
  const state = (name: string, checked: boolean): string => {
    const code = checkBoxSign({ checked }).charCodeAt(0).toString(16).toUpperCase();
    return `<w14:${name} w14:val="${code}" w14:font="${font}"/>`;
  };
  const box = `<w14:checked w14:val="${Number(checked)}"/>${state("checkedState", true)}${state("uncheckedState", false)}`;
  const properties = `<w:alias w:val="${escapeXml(says)}"/><w:id w:val="${control()}"/><w14:checkbox>${box}</w14:checkbox>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${textXml(run, sizePt)}</w:sdtContent></w:sdt>`;
}

const NOTE_STYLE = `<w:rPr><w:rStyle w:val="${FOOTNOTE_MARK_STYLE}"/></w:rPr>`;

/** A link to an address, or to a bookmark of the document. @see ISO/IEC 29500-1, 17.16.22 */
function linkXml(href: string, text: string, context: RunContext): string {
  const to = href.startsWith("#")
    ? `w:anchor="${bookmarkName(href.slice(1), context)}"`
    : `r:id="${context.relate(href)}"`;
  return `<w:hyperlink ${to} w:history="1">${text}</w:hyperlink>`;
}

function noteXml(paragraph: FlowParagraph, own: RunContext): string {
  const context = { ...own, relate: own.relateNote };
  const { style, runs } = paragraph;
  const { tabs, indent, align } = context.placeOf(paragraph);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${tabs}${indent}${align}</w:pPr>${runsXml(runs, context)}</w:p>`;
}

/**
 * A number that goes on by one from caption to caption; «2.1» of an annex counts in a sequence of the annex. Names of sequences are made
 * of letters, digits and underscores. @see ISO/IEC 29500-1, 17.16.5.56
 */
function sequenceXml(number: string, word: string): string {
  const [, annex = "", own = ""] = /^(.*\.)?(\d+)$/.exec(number) ?? [];
  const name = `${word}${annex === "" ? "" : `_${annex}`}`.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/_$/, "");
  return (annex === "" ? "" : textXml({ text: annex })) + fieldXml(`SEQ ${name} \\* ARABIC`, textXml({ text: own }));
}

/** Word admits Latin letters, digits and underscores, at most 40 of them. */
export function bookmarkName(id: string, { bookmarks }: RunContext): string {
  const number = bookmarks.get(id) ?? bookmarks.size + 1;
  bookmarks.set(id, number);
  return `_Ref_${number}`;
}
