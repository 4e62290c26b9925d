import type { Document, Element, Node } from "@xmldom/xmldom";
import { ListNumbers } from "./list-numbers.ts";
import type { Fate } from "./mark-words.ts";
import { DOCUMENT, WordFile } from "./word-file.ts";
import { attribute, childOf, elementsOf, isW, markOf, W } from "./xml.ts";

/** Letters of one look and fate. */
export type MarkedRun = {
  readonly text: string;
  readonly fate: Fate;
  readonly bold: boolean;
  readonly italic: boolean;
};

/** A paragraph of a redline: what is said in it, and what became of that. */
export type MarkedParagraph = {
  readonly type: "paragraph";
  /** Id of its style; empty where it names none. */
  readonly style: string;
  /** Level of a heading from 1, as the paragraph itself says; undefined: as its style has it. */
  readonly outline: number | undefined;
  /** What its list prints before it: «1.1.»; of a paragraph that went, what it printed then. */
  readonly label: string;
  /** Of the whole paragraph, its number among it. */
  readonly fate: Fate;
  readonly runs: readonly MarkedRun[];
  /** Where it is not that of its style. */
  readonly sizePt: number | undefined;
  readonly keepNext: boolean;
  /** It begins a page. */
  readonly breaks: boolean;
};

/** A table of a redline; lengths in twips. */
export type MarkedTable = {
  readonly type: "table";
  /** It only places things: it has no rules. */
  readonly bare: boolean;
  readonly summary: string;
  readonly columns: readonly number[];
  readonly headerRows: number;
  readonly rows: readonly (readonly MarkedCell[])[];
};
/** A cell over `span` columns and `rows` rows; 0 rows: one above goes over it. */
type MarkedCell = {
  readonly span: number;
  readonly rows: number;
  readonly paragraphs: readonly MarkedParagraph[];
};

/** What a redline says. */
export type MarkedText = {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly sections: readonly {
    readonly lies: boolean;
    readonly blocks: readonly (MarkedParagraph | MarkedTable)[];
  }[];
  /** Footnotes, and headers and footers that have changed. */
  readonly around: readonly MarkedParagraph[];
};

/** Reads a text with tracked changes as it stands: what came and what went, each as such. @throws NoWordFile */
export function readMarked(bytes: Uint8Array): MarkedText {
  const file = new WordFile(bytes);
  const reader = new MarkedReader(file);
  const body = file.document.getElementsByTagNameNS(W, "body")[0] as Element;
  const sections = reader.sections(body);
  return { title: file.title, ...file.saved(), sections, around: reader.around() };
}

type Block = MarkedParagraph | MarkedTable;

class MarkedReader {
  readonly #file: WordFile;
  /** What stays is counted among what came and among what went. */
  readonly #come: ListNumbers;
  readonly #gone: ListNumbers;
  /** Notes in the order in which they are referred to, and what became of the places that do. */
  readonly #notes: { readonly note: Element; readonly fate: Fate }[] = [];

  constructor(file: WordFile) {
    [this.#file, this.#come, this.#gone] = [file, new ListNumbers(file), new ListNumbers(file)];
  }

  sections(body: Element): MarkedText["sections"] {
    const sections: { lies: boolean; blocks: Block[] }[] = [];
    let blocks: Block[] = [];
    for (const one of this.#blocksIn(body)) {
      const ends = isW(one, "sectPr") ? one : childOf(childOf(one, "pPr"), "sectPr");
      if (isW(one, "p")) blocks.push(this.#paragraph(one));
      else if (isW(one, "tbl")) blocks.push(this.#table(one));
      if (ends === undefined) continue;
      sections.push({ lies: attribute(childOf(ends, "pgSz"), "orient") === "landscape", blocks });
      blocks = [];
    }
    return blocks.length === 0 ? sections : [...sections, { lies: false, blocks }];
  }

  around(): MarkedParagraph[] {
    const notes = this.#notes.flatMap(({ note, fate }, index) =>
      [...note.getElementsByTagNameNS(W, "p")].map((one, at) => {
        const paragraph = this.#paragraph(one, fate);
        return { ...paragraph, label: at === 0 ? raised(index + 1) : "" };
      }),
    );
    const edges = this.#file.wordParts().filter((path) => path !== DOCUMENT && !/(?:foot|end)notes/.test(path));
    const changed = edges.flatMap((path) =>
      [...(this.#file.part(path) as Document).getElementsByTagNameNS(W, "p")].map((one) => this.#paragraph(one)),
    );
    return [...notes, ...changed.filter(({ runs }) => runs.some(({ fate }) => fate !== "same"))];
  }

  *#blocksIn(container: Element): Generator<Element> {
    for (const one of elementsOf(container))
      if (isW(one, "sdt")) yield* this.#blocksIn(childOf(one, "sdtContent") ?? one);
      else yield one;
  }

  #paragraph(paragraph: Element, around: Fate = "same"): MarkedParagraph {
    const properties = childOf(paragraph, "pPr");
    const runs = joined(this.#runs(paragraph, around));
    const fate = wholeFate(paragraph, runs);
    const [come, gone] = [
      fate === "deleted" || fate === "moveFrom" ? "" : this.#come.next(paragraph),
      fate === "inserted" || fate === "moveTo" ? "" : this.#gone.next(paragraph),
    ];
    const size = attribute(childOf(childOf(properties, "rPr"), "sz"), "val");
    const level = attribute(childOf(properties, "outlineLvl"), "val");
    return {
      type: "paragraph",
      style: attribute(childOf(properties, "pStyle"), "val"),
      outline: level === "" ? undefined : Number(level) + 1,
      label: come || gone,
      fate,
      runs,
      sizePt: size === "" ? undefined : Number(size) / 2,
      keepNext: isOn(childOf(properties, "keepNext")),
      breaks:
        isOn(childOf(properties, "pageBreakBefore")) ||
        [...paragraph.getElementsByTagNameNS(W, "br")].some((one) => attribute(one, "type") === "page"),
    };
  }

  #table(table: Element): MarkedTable {
    const properties = childOf(table, "tblPr");
    const rows = elementsOf(table).filter((one) => isW(one, "tr"));
    const columns = [...(childOf(table, "tblGrid")?.getElementsByTagNameNS(W, "gridCol") ?? [])];
    const heads = rows.findIndex((row) => childOf(childOf(row, "trPr"), "tblHeader") === undefined);
    return {
      type: "table",
      bare: attribute(childOf(properties, "tblStyle"), "val") === "table-layout",
      summary: attribute(childOf(properties, "tblDescription"), "val"),
      columns: columns.map((one) => Number(attribute(one, "w"))),
      headerRows: Math.max(0, heads),
      rows: withRows(rows.map((row) => this.#cells(row))),
    };
  }

  #cells(row: Element): (MarkedCell & { readonly merged: "no" | "begins" | "goes on" })[] {
    return [...this.#blocksIn(row)]
      .filter((one) => isW(one, "tc"))
      .map((cell) => {
        const properties = childOf(cell, "tcPr");
        const down = childOf(properties, "vMerge");
        const merged = down === undefined ? "no" : attribute(down, "val") === "restart" ? "begins" : "goes on";
        const paragraphs = [...cell.getElementsByTagNameNS(W, "p")].map((one) => this.#paragraph(one));
        return { span: Number(attribute(childOf(properties, "gridSpan"), "val") || 1), rows: 1, paragraphs, merged };
      });
  }

  #runs(parent: Node, fate: Fate): MarkedRun[] {
    return elementsOf(parent).flatMap((one): MarkedRun[] => {
      if (isW(one, "r")) return this.#letters(one, fate);
      if (isW(one, "pPr", "sdtPr", "sdtEndPr")) return [];
      return this.#runs(
        one,
        FATES.get(isW(one, "ins", "del", "moveFrom", "moveTo") ? (one.localName ?? "") : "") ?? fate,
      );
    });
  }

  #letters(run: Element, fate: Fate): MarkedRun[] {
    const look = childOf(run, "rPr");
    const [bold, italic] = [isOn(childOf(look, "b")), isOn(childOf(look, "i"))];
    const text = elementsOf(run)
      .map((one) => this.#saidBy(one, fate))
      .join("");
    return text === "" ? [] : [{ text: text.replace(UNSEEN, ""), fate, bold, italic }];
  }

  #saidBy(one: Element, fate: Fate): string {
    if (isW(one, "t", "delText")) return one.textContent ?? "";
    // Under a control stands a line to fill in.
    if (isW(one, "tab")) return isW(one.parentNode?.parentNode, "sdtContent") ? LINE : " ";
    if (isW(one, "cr") || (isW(one, "br") && attribute(one, "type") === "")) return "\n";
    if (isW(one, "noBreakHyphen")) return "\u2011";
    if (isW(one, "footnoteReference", "endnoteReference")) return this.#noteMark(one, fate);
    if (!isW(one, "drawing", "pict", "object")) return "";
    const shown = [...one.getElementsByTagName("*")].find((other) => other.localName === "docPr");
    return `[${shown?.getAttribute("descr") ?? shown?.getAttribute("name") ?? ""}]`;
  }

  #noteMark(reference: Element, fate: Fate): string {
    const kind = reference.localName === "endnoteReference" ? "endnotes" : "footnotes";
    const notes = this.#file.part(this.#file.related(kind) ?? "")?.documentElement;
    const note = (notes ? elementsOf(notes) : []).find((one) => attribute(one, "id") === attribute(reference, "id"));
    return note === undefined ? "" : raised(this.#notes.push({ note, fate }));
  }
}

const FATES: ReadonlyMap<string, Fate> = new Map([
  ["ins", "inserted"],
  ["del", "deleted"],
  ["moveFrom", "moveFrom"],
  ["moveTo", "moveTo"],
]);

/** Signs that say where a line may end, and no more. */
const UNSEEN = /[\u00ad\u2060\u200b-\u200d\ufeff]/g;
const LINE = "_____";

const raised = (number: number): string => `${number}`.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);

function isOn(flag: Element | undefined): boolean {
  return flag !== undefined && !/^(?:0|false|off)$/.test(attribute(flag, "val"));
}

/** A paragraph came or went where its mark did, or all that is said in it, with the row that it stands in. */
function wholeFate(paragraph: Element, runs: readonly MarkedRun[]): Fate {
  const [first] = runs;
  if (first !== undefined) return runs.every(({ fate }) => fate === first.fate) ? first.fate : "same";
  return FATES.get(markOf(paragraph, ...FATES.keys())?.localName ?? "") ?? "same";
}

function joined(runs: readonly MarkedRun[]): MarkedRun[] {
  const out: MarkedRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last?.fate === run.fate && last.bold === run.bold && last.italic === run.italic)
      out[out.length - 1] = { ...last, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

type Merged = MarkedCell & { readonly merged: "no" | "begins" | "goes on" };

/** Cells that go down over rows, and the places that they keep in these. */
function withRows(rows: readonly (readonly Merged[])[]): MarkedCell[][] {
  const startsOf = rows.map((cells) => {
    let column = 0;
    return cells.map(({ span }) => {
      column += span;
      return column - span;
    });
  });
  const below = (row: number, start: number): Merged | undefined => rows[row]?.[startsOf[row]?.indexOf(start) ?? -1];
  return rows.map((cells, row) =>
    cells.map(({ merged, ...cell }, index): MarkedCell => {
      if (merged === "goes on") return { ...cell, rows: row === 0 ? 1 : 0 };
      const start = startsOf[row]?.[index] ?? 0;
      let down = 1;
      while (merged === "begins" && below(row + down, start)?.merged === "goes on") down += 1;
      return { ...cell, rows: down };
    }),
  );
}
