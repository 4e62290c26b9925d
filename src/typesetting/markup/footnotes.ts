import type { FootnoteDefinition, FootnoteReference, Nodes, PhrasingContent, Root } from "mdast";
import { type Defined, type Found, type Text, text } from "../../base/diagnostics/index.ts";
import type { FootnoteInline, Inlines } from "../../paperwork/document/index.ts";
import { FINDINGS } from "./findings.ts";

/** What a section needs of its context to make footnotes. */
type Context = {
  readonly report: (finding: Defined, node: Nodes, found: Found) => void;
  readonly inlines: (nodes: readonly PhrasingContent[]) => Inlines;
  readonly targets: { readonly counted: Map<string, number> };
};

/** Footnotes of a section: their texts by name, each referred to once. Code TRC3315. */
export class Footnotes {
  readonly #texts: readonly FootnoteDefinition[];
  readonly #used = new Set<FootnoteDefinition>();

  constructor(tree: Root) {
    this.#texts = textsIn(tree);
  }

  /** The footnote that a reference in a running text makes; none where a fault was reported. */
  refer(node: FootnoteReference, context: Context): FootnoteInline[] {
    const definition = this.#texts.find(({ identifier }) => identifier === node.identifier);
    if (definition === undefined) return [];
    if (this.#used.has(definition)) {
      fault(node, context, [
        "На сноску ссылаются второй раз",
        "A footnote is referred to a second time",
        "Повторите текст сноской с другим именем",
        "Repeat the text as a footnote of another name",
      ]);
      return [];
    }
    this.#used.add(definition);
    const number = (context.targets.counted.get("footnote") ?? 0) + 1;
    context.targets.counted.set("footnote", number);
    return [{ type: "footnote", text: raised(number), number, note: noteOf(definition, context) }];
  }

  /** A reference where no footnote may stand: in a heading, a table, a requisite. Its text is not asked for again. */
  refuse(node: FootnoteReference, context: Context): void {
    for (const one of this.#texts) if (one.identifier === node.identifier) this.#used.add(one);
    fault(node, context, [
      "Сноска стоит в заголовке, таблице, реквизите или другой сноске",
      "A footnote stands in a heading, a table, a requisite or another footnote",
      "Сошлитесь на неё из абзаца, пункта или перечня; примечание к таблице – :::note под нею",
      "Refer to it from a paragraph, a clause or a list; a note to a table is :::note under it",
    ]);
  }

  /** Texts that nothing refers to would not be printed. */
  finish(context: Context): void {
    for (const definition of this.#texts)
      if (!this.#used.has(definition))
        fault(definition, context, [
          "На сноску никто не ссылается, или её имя занято",
          "Nothing refers to the footnote, or its name is taken",
          `Поставьте [^${definition.label ?? definition.identifier}] за словом, к которому она относится, или уберите её`,
          `Put [^${definition.label ?? definition.identifier}] behind the word that it belongs to, or take it out`,
        ]);
  }
}

type Words = readonly [messageRu: string, messageEn: string, hintRu: string, hintEn: string];

function fault(node: Nodes, context: Context, [ru, en, hintRu, hintEn]: Words): void {
  const hints: Text = text(hintRu, hintEn);
  context.report(FINDINGS.TRC3315, node, { message: text(ru, en), hints });
}

function noteOf(definition: FootnoteDefinition, context: Context): Inlines {
  const [only, ...more] = definition.children;
  const note = only?.type === "paragraph" ? context.inlines(only.children) : [];
  if (note.length === 0 || more.length > 0)
    fault(definition, context, [
      "Текст сноски – не один абзац",
      "The text of a footnote is not one paragraph",
      "Напишите его одной строкой: [^1]: Текст",
      "Write it on one line: [^1]: Text",
    ]);
  return note;
}

function textsIn(node: Nodes): FootnoteDefinition[] {
  if (node.type === "footnoteDefinition") return [node, ...node.children.flatMap(textsIn)];
  return "children" in node ? node.children.flatMap((child) => textsIn(child)) : [];
}

const FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function raised(number: number): string {
  return String(number).replace(/\d/g, (figure) => FIGURES[Number(figure)] ?? figure);
}
