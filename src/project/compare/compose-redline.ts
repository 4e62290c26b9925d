import type { DocumentMeta } from "../../paperwork/document/index.ts";
import type { StyleName } from "../../paperwork/schemas/index.ts";
import {
  type Flow,
  type FlowBlock,
  type FlowChange,
  type FlowParagraph,
  type FlowRun,
  type FlowSection,
  type FlowTable,
  headingLevels,
  type LevelOf,
  type Profile,
  paragraph,
  STYLE_NAMES,
  textRun,
  textWidthMm,
} from "../../typesetting/flow/index.ts";
import type { Fate, MarkedParagraph, MarkedRun, MarkedTable, MarkedText } from "../../typesetting/word/index.ts";
import type { RedlineWording } from "./wording.ts";

/** By what a redline is laid out, and what it says of itself. */
export type RedlineLook = {
  readonly meta: DocumentMeta;
  readonly profile: Profile;
  readonly wording: RedlineWording;
};

/** Composes what a redline says by the styles of a profile: what came underlined, what went struck out, what was moved with two lines. */
export function composeRedline(text: MarkedText, { meta, profile, wording }: RedlineLook): Flow {
  const changes = changesOf(wording);
  const running = paragraph("running", [textRun(wording.running)]);
  const sections = text.sections.map(({ lies, blocks }, index): FlowSection => {
    const orientation = lies ? "landscape" : "portrait";
    const composer = new Composer(profile, changes, headingLevels(), textWidthMm(profile[orientation]));
    const around = index === text.sections.length - 1 && text.around.length > 0;
    return {
      id: `section-${index + 1}`,
      title: meta.title,
      orientation,
      page: profile[orientation],
      running,
      code: null,
      blocks: [
        ...blocks.flatMap((block) => composer.block(block)),
        ...(around ? [{ ...paragraph("caption", [textRun(wording.around)]), role: "paragraph" as const }] : []),
        ...(around ? text.around.map((one) => composer.paragraph(one, "note")) : []),
      ],
    };
  });
  return { meta, profile, pictures: noPicture, sections };
}

function noPicture(file: string): never {
  throw new Error(`a redline has no pictures: ${file}`);
}

type Changed = Exclude<Fate, "same">;

/** One of each kind: neighbouring words of one kind are one piece. */
function changesOf({ says }: RedlineWording): { readonly [fate in Changed]: FlowChange } {
  return {
    inserted: { line: "under", double: false, says: says.inserted },
    deleted: { line: "through", double: false, says: says.deleted },
    moveTo: { line: "under", double: true, says: says.movedHere },
    moveFrom: { line: "through", double: true, says: says.movedAway },
  };
}

const TWIPS_IN_MM = 1440 / 25.4;
/** Depth of the headings of a text: kind and title, section, subheading. */
const DEPTHS = [1, 2, 3] as const;
const OUTLINES: { readonly [name in StyleName]?: (typeof DEPTHS)[number] } = {
  "kind-title": 1,
  title: 1,
  "title-center": 1,
  "annex-title": 1,
  "heading-1": 2,
  "heading-2": 3,
};

class Composer {
  readonly #profile: Profile;
  readonly #changes: ReturnType<typeof changesOf>;
  readonly #levelOf: LevelOf;
  readonly #widthMm: number;
  /** Lists are told apart by what stands between their items. */
  #lists = 0;

  constructor(profile: Profile, changes: ReturnType<typeof changesOf>, levelOf: LevelOf, widthMm: number) {
    [this.#profile, this.#changes, this.#levelOf, this.#widthMm] = [profile, changes, levelOf, widthMm];
  }

  block(block: MarkedParagraph | MarkedTable): FlowBlock[] {
    if (block.type === "table") return [this.#table(block)];
    const composed = this.paragraph(block, "text");
    return [
      ...(block.breaks ? [{ type: "page-break" as const }] : []),
      ...(composed.runs.length === 0 ? [] : [composed]),
    ];
  }

  paragraph(marked: MarkedParagraph, fallback: StyleName): FlowParagraph {
    const { style: name, fate, label, runs, sizePt, keepNext } = marked;
    const style = STYLE_NAMES.find((one) => one === name) ?? fallback;
    const heading = runs.length > 0 ? this.#outline(marked, style) : null;
    const whole: MarkedRun = { text: `${label} `, fate, bold: false, italic: false };
    const numbered = label === "" ? "no" : fate === "same" ? "list" : "words";
    if (numbered !== "list") this.#lists += 1;
    return {
      ...paragraph(style, this.#runs(numbered === "words" ? [whole, ...runs] : runs)),
      ...(sizePt === undefined ? {} : { sizePt }),
      ...(numbered === "list" ? this.#label(label, heading === null) : {}),
      outline: heading,
      keepNext,
    };
  }

  #outline({ outline }: MarkedParagraph, style: StyleName): number | null {
    const depth = outline === undefined ? OUTLINES[style] : DEPTHS[outline - 1];
    return depth === undefined ? null : this.#levelOf(depth);
  }

  #label(text: string, isItem: boolean): Pick<FlowParagraph, "label" | "role"> {
    const isDecimal = /^\d+(?:\.\d+)*\.$/.test(text);
    const level = isDecimal ? text.split(".").length - 2 : 0;
    const format = isDecimal ? "decimal" : /[\p{L}\p{N}]/u.test(text) ? "paren" : "dash";
    const role = !isItem ? "paragraph" : isDecimal ? "clause" : "item";
    return { role, label: { text, list: `${format}-${this.#lists}`, level, format } };
  }

  #runs(runs: readonly MarkedRun[]): FlowRun[] {
    return runs.flatMap(({ text, fate, bold, italic }) =>
      text.split(/(\n)/).flatMap((part): FlowRun[] => {
        if (part === "") return [];
        if (part === "\n") return [{ type: "break" }];
        return [{ type: "text", text: part, bold, italic, ...(fate !== "same" && { change: this.#changes[fate] }) }];
      }),
    );
  }

  #table({ bare, summary, columns, headerRows, rows }: MarkedTable): FlowTable {
    const { paddingMm, verticalPaddingMm, rulePt, beforePt, afterPt } = this.#profile.table;
    const widths = columns.map((one) => one / TWIPS_IN_MM);
    const scale = Math.min(1, this.#widthMm / widths.reduce((sum, one) => sum + one, 0));
    return {
      type: "table",
      semantics: bare ? "layout" : "data",
      indentMm: 0,
      columnsMm: widths.map((one) => one * scale),
      paddingMm: bare ? 0 : paddingMm,
      verticalPaddingMm: bare ? 0 : verticalPaddingMm,
      rulePt,
      headerRows: bare ? 0 : headerRows,
      rows: rows.map((cells, row) => ({
        keepNext: row < headerRows,
        cells: cells.map(({ span, rows: down, paragraphs }) => ({
          paragraphs: down === 0 ? [] : paragraphs.map((one) => this.paragraph(one, "cell")),
          span,
          ...(down === 1 ? {} : { rows: down }),
          scope: !bare && row < headerRows ? ("column" as const) : null,
          vertical: "top" as const,
          rules: bare ? ("none" as const) : ("all" as const),
        })),
      })),
      summary: bare ? null : summary,
      beforePt,
      afterPt: bare ? 0 : afterPt,
    };
  }
}
