import { type Diagnostic, type Place, raise, type Text } from "../../base/diagnostics/index.ts";
import { isSystemFault, readGiven, readingReason } from "../../base/storage/index.ts";
import { type ChangedLine, type ClausePlace, changedLines } from "../../paperwork/document/index.ts";
import {
  align,
  NoWordFile,
  plain,
  type ReturnedChange,
  type ReturnedFile,
  type Reviser,
  readReturned,
  redlineDocx,
  sharedWords,
} from "../../typesetting/word/index.ts";
import type { CompareReport } from "./compare-sets.ts";
import { findOurs, wordsOf } from "./find-ours.ts";
import { FINDINGS } from "./findings.ts";
import { paperOf } from "./paper-redline.ts";
import { readSide, type SideDocument, type SideOptions } from "./read-side.ts";

/** A file that a partner returned, and the set that it was sent from. */
export type ReturnedOptions = SideOptions & {
  readonly file: string;
  /** A folder of records, a built folder, a revision of git, or the file that was sent. */
  readonly set: string;
};

/** Where in our document something stands. */
type Where = {
  /** Null where the records are not at hand. */
  readonly clause: Omit<ClausePlace, "text"> | null;
  /** The line of a record or a template that the words come from, where it is known. */
  readonly place: Place | null;
};

/** What came back. */
export type ReturnedReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly document: { readonly id: string; readonly title: string } | null;
  readonly changes: readonly (ChangedLine &
    Where & { readonly tracked: readonly Reviser[] | null; readonly moved: boolean })[];
  /** Of headers, footers and notes. */
  readonly around: readonly (ChangedLine & { readonly tracked: readonly Reviser[] | null })[];
  readonly comments: readonly (Omit<ReturnedFile["comments"][number], "at"> & Where)[];
  readonly hidden: readonly ({ readonly text: string } & Where)[];
  readonly sourceOf: (file: string) => string | undefined;
  /** Our document and what came back against each other, for `writeRedlines`; tracked changes count as accepted. */
  readonly redlines: Pick<CompareReport, "documents" | "redline" | "paper">;
};

/**
 * Tells what a partner did to a document: words changed silently or tracked, comments, hidden words; at which clause, and which line of the
 * records the words come from. Our document is the one of the same title, else the one that has most words in common. Codes TRC9401, TRC9402, TRC9404.
 */
export async function compareReturned(options: ReturnedOptions): Promise<ReturnedReport> {
  const side = await readSide(options.set, options);
  const failed = (diagnostics: readonly Diagnostic[]): ReturnedReport => ({
    diagnostics,
    document: null,
    changes: [],
    around: [],
    comments: [],
    hidden: [],
    sourceOf: side.sourceOf,
    redlines: { documents: [], redline: async () => null, paper: async () => ({ value: null, diagnostics: [] }) },
  });
  if (side.diagnostics.length > 0) return failed(side.diagnostics);
  try {
    const bytes = await readGiven(options.file);
    const found = await findOurs(bytes, side.documents);
    const ours = await found?.[1].docx();
    if (found === null || ours === undefined || ours === null)
      return failed([raise(FINDINGS.TRC9404, { of: [options.file] })]);
    const [id, document] = found;
    const { title, look } = document;
    const redline: CompareReport["redline"] = async (_, author) => redlineDocx(ours, bytes, { author });
    return {
      ...failed([]),
      document: { id, title },
      ...told(readReturned(ours, bytes), document),
      redlines: {
        documents: [{ id, title, state: "changed", changes: null }],
        redline,
        paper: async () => paperOf(redlineDocx(ours, bytes), { look, templates: options.templates }),
      },
    };
  } catch (error) {
    if (!(error instanceof NoWordFile || isSystemFault(error))) throw error;
    const why: Text = error instanceof NoWordFile ? error.said : readingReason(error);
    return failed([raise(FINDINGS.TRC9402, { of: [options.file, why] })]);
  }
}

function told(
  { paragraphs, changes, around, comments, hidden }: ReturnedFile,
  { clauses, placeOf }: SideDocument,
): Pick<ReturnedReport, "changes" | "around" | "comments" | "hidden"> {
  const clausesOf = clausesByParagraph(paragraphs, clauses?.() ?? []);
  const where = (at: number, beginnings: readonly string[]): Where => ({
    clause: at < 0 ? (clauses === undefined ? null : BEGINNING) : (clausesOf[at] ?? null),
    place: firstPlace(beginnings, placeOf),
  });
  const [gone, come] = [changes.filter(({ after }) => after === null), changes.filter(({ before }) => before === null)];
  return {
    changes: changes.map((change) => {
      const line = lineOf(change);
      const moved = (change.after === null ? come : change.before === null ? gone : []).some(
        (other) => (other.before ?? other.after) === (change.before ?? change.after),
      );
      return { ...line, ...where(change.at, beginningsOf(line)), tracked: change.tracked, moved };
    }),
    around: around.map((change) => ({ ...lineOf(change), tracked: change.tracked })),
    comments: comments.map(({ at, ...comment }) => ({ ...comment, ...where(at, [comment.quote]) })),
    hidden: hidden.map(({ at, text }) => ({ text, ...where(at, []) })),
  };
}

function lineOf({ before, after }: ReturnedChange): ChangedLine {
  return changedLines(before === null ? [] : [before], after === null ? [] : [after])[0] as ChangedLine;
}

/** The last words of a paragraph alone stand in many places. */
const FEWEST_WORDS = 3;

function firstPlace(beginnings: readonly string[], placeOf: SideDocument["placeOf"]): Place | null {
  for (const words of placeOf === undefined ? [] : beginnings) {
    const place = words.trim() === "" ? null : placeOf?.(words);
    if (place) return place;
  }
  return null;
}

/** Where to look for the line that a change is of: from its first word of ours, then from every word of the paragraph. */
function beginningsOf({ before, words }: ChangedLine): string[] {
  if (before === null) return [];
  const first = words.findIndex(({ kind }) => kind !== "same");
  const rest = words.slice(first).filter(({ kind }) => kind !== "added");
  // The day of a date whose month alone was changed.
  const [day = ""] = /\d{1,2}[ \u00a0]$/.exec(words[first - 1]?.text ?? "") ?? [];
  const all = before.split(" ");
  const windows = all
    .slice(0, Math.max(1, all.length - FEWEST_WORDS + 1))
    .map((_, index) => all.slice(index).join(" "));
  return [day + rest.map(({ text }) => text).join(""), ...windows];
}

const BEGINNING = { annex: null, clause: null, item: null };

/** For each paragraph the numbered one that it is, or that it stands under. */
function clausesByParagraph(paragraphs: readonly string[], clauses: readonly ClausePlace[]): Where["clause"][] {
  type Line = { readonly text: string; readonly index: number };
  const lines = (texts: readonly string[]): Line[] => texts.map((text, index) => ({ text, index }));
  const pairs = align(lines(paragraphs), lines(clauses.map(({ text }) => plain(text).trim())), {
    keyOf: ({ text }) => text,
    likeness: (one, other) => sharedWords(wordsOf([one.text]), wordsOf([other.text])),
  });
  const found: Where["clause"][] = [];
  let last: Where["clause"] = clauses.length === 0 ? null : BEGINNING;
  for (const { before, after } of pairs) {
    if (before !== undefined && after !== undefined) {
      const { text: _, ...clause } = clauses[after.index] as ClausePlace;
      last = clause;
    }
    if (before !== undefined) found[before.index] = last;
  }
  return found;
}
