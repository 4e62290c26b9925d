import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { meantOrKnown, text } from "../../base/diagnostics/index.ts";
import type { Block, CheckBoxInline, Inline, Inlines, ParagraphRole } from "../../paperwork/document/index.ts";
import { checkAttributes } from "./attributes.ts";
import type { BuildContext } from "./build-context.ts";
import { buildTable } from "./build-table.ts";
import { FINDINGS } from "./findings.ts";
import { checkBoxOf, joined, plain } from "./inline-parts.ts";
import { buildRequisite, NAMES } from "./requisites.ts";

type Content = RootContent | BlockContent | DefinitionContent;

const MAX_LEVELS = 4;
/** Containers that only say how the paragraphs or the list in them look. */
const PLAIN: ReadonlySet<string> = new Set(["center", "right", "flush", "note", "keep", "foot", "paren"]);

/** Turns the mdast of one section into blocks, numbering headings and clauses on the way. */
export class BlockBuilder {
  readonly #context: BuildContext;
  #heading = 0;
  #clauses = 0;
  #lists = 0;

  constructor(context: BuildContext) {
    this.#context = context;
  }

  blocks(nodes: readonly Content[], role: ParagraphRole = "text"): Block[] {
    return nodes.flatMap((node) => this.#block(node, role));
  }

  #block(node: Content, role: ParagraphRole): Block[] {
    switch (node.type) {
      case "paragraph":
        return this.#paragraph(node, role);
      case "heading":
        return this.#headingBlock(node.depth, node.children, node);
      case "list":
        return node.ordered === true ? this.#clauseList(node, null) : this.#dashList(node, 0, "dash");
      case "table":
        return [buildTable(this.#context, node, null)];
      case "containerDirective":
        return this.#container(node);
      case "leafDirective":
        return this.#requisite(node);
      default:
        // Refused before the tree is built; the text of a footnote stands where it is referred to.
        return [];
    }
  }

  #paragraph(node: Paragraph, role: ParagraphRole): Block[] {
    const inlines = this.#context.noted(node.children, true);
    return inlines.length === 0 ? [] : [{ type: "paragraph", role, inlines }];
  }

  #headingBlock(depth: number, children: readonly PhrasingContent[], node: Content): Block[] {
    const { id, rest } = this.#takeId(children);
    const list = `${this.#context.section}.clauses`;
    const inlines = this.#context.inlines(rest);
    this.#words(inlines, node);
    if (depth === 3)
      return [
        {
          type: "heading",
          id: id ?? this.#autoId("heading", `${++this.#lists}`),
          level: 2,
          label: null,
          list,
          inlines,
        },
      ];
    if (this.#heading === 0 && this.#clauses > 0)
      this.#context.report(FINDINGS.TRC3304, node, {
        message: text(
          "Раздел получил бы номер 1, а выше уже есть пункт 1, который не входит ни в какой раздел: номера совпали бы",
          "The section would be number 1, and above it stands clause 1, which belongs to no section: the numbers would clash",
        ),
        hints: text(
          "Поставьте перед первым из этих пунктов заголовок раздела: ## …; или сделайте этот заголовок подзаголовком без номера: ### …",
          "Put a heading of a section before the first of those clauses: ## …; or make this one a heading without a number: ### …",
        ),
      });
    this.#heading++;
    this.#clauses = 0;
    const label = `${this.#heading}.`;
    const name = id ?? this.#autoId("section", label);
    this.#context.target(name, label, node);
    return [{ type: "heading", id: name, level: 1, label, list, inlines }];
  }

  /** `parent` is the label of the clause the list stands in; null for the clauses of a section, which go on numbering across interruptions. */
  #clauseList(list: List, parent: { readonly label: string; readonly level: number } | null): Block[] {
    const level = parent === null ? (this.#heading > 0 ? 1 : 0) : parent.level + 1;
    if (level >= MAX_LEVELS)
      this.#context.report(FINDINGS.TRC3311, list, {
        message: text("Нумерация глубже четырёх уровней", "The numbering is deeper than four levels"),
        hints: text(
          "ГОСТ Р 7.0.97 допускает не больше четырёх: сократите вложенность",
          "«ГОСТ Р 7.0.97» allows four at most: nest less deeply",
        ),
      });
    return list.children.flatMap((item, index) => {
      const number = parent === null ? ++this.#clauses : index + 1;
      const prefix = parent?.label ?? (this.#heading > 0 ? `${this.#heading}.` : "");
      return this.#clause(item, `${prefix}${number}.`, level);
    });
  }

  #clause(item: ListItem, label: string, level: number): Block[] {
    const [first, ...rest] = item.children;
    const children = first?.type === "paragraph" ? first.children : [];
    const { id, rest: named } = this.#takeId(children);
    const { box, rest: words } = this.#takeBox(named);
    const name = id ?? this.#autoId("clause", label);
    this.#context.target(name, label, item);
    const block: Block = {
      type: "clause",
      id: name,
      label,
      level,
      list: `${this.#context.section}.clauses`,
      inlines: this.#context.noted(words),
    };
    const inside = first?.type === "paragraph" ? rest : item.children;
    this.#words(block.inlines, item);
    return [
      boxed(block, box),
      ...inside.flatMap((child) =>
        child.type === "list" && child.ordered === true
          ? this.#clauseList(child, { label, level })
          : this.#block(child, "text"),
      ),
    ];
  }

  #dashList(list: List, level: number, marker: "dash" | "paren"): Block[] {
    const name = `${this.#context.section}.items.${++this.#lists}`;
    return list.children.flatMap((item, index) => {
      const [first, ...rest] = item.children;
      const { box, rest: words } = this.#takeBox(first?.type === "paragraph" ? first.children : []);
      const own = marker === "dash" && box !== null ? "check-box" : marker;
      const block: Block = {
        type: "item",
        marker: own,
        label: LABELS[own](index + 1),
        level,
        list: name,
        inlines: this.#context.noted(words),
      };
      const inside = first?.type === "paragraph" ? rest : item.children;
      this.#words(block.inlines, item);
      return [
        boxed(block, box),
        ...inside.flatMap((child) =>
          child.type === "list" && child.ordered !== true
            ? this.#dashList(child, level + 1, "dash")
            : this.#block(child, "text"),
        ),
      ];
    });
  }

  /** A number or a dash would stand alone, a heading would be silent. */
  #words(inlines: Inlines, item: Content): void {
    // A list where words should stand is markup that is refused.
    if (inlines.some(says) || (item.type === "listItem" && item.children[0]?.type === "list")) return;
    this.#context.report(FINDINGS.TRC3314, item, {
      message: text(
        "Нет слов: напечатался бы один номер или тире, а заголовок – пустым",
        "There are no words: the number or dash would stand alone, a heading be empty",
      ),
      hints: text(
        "Окружите строку условием: {{#if …}} … {{/if}}",
        "Put a condition around the line: {{#if …}} … {{/if}}",
      ),
    });
  }

  #container(node: ContainerDirective): Block[] {
    if (!PLAIN.has(node.name)) return this.#requisite(node);
    checkAttributes(node, [], this.#context);
    if (node.name !== "paren") return this.blocks(node.children, node.name as ParagraphRole);
    return node.children.flatMap((child) =>
      child.type === "list" ? this.#dashList(child, 0, "paren") : this.#block(child, "text"),
    );
  }

  #requisite(node: LeafDirective | ContainerDirective): Block[] {
    const made = buildRequisite(node, this.#context);
    for (const one of made ?? []) if (one.type === "kind-title" || one.type === "title") this.#words(one.inlines, node);
    if (made !== undefined) return made;
    const [mark, more] = node.type === "leafDirective" ? ["::", []] : [":::", [...PLAIN]];
    this.#context.report(FINDINGS.TRC3302, node, {
      message: text(`Неизвестная директива «${mark}${node.name}»`, `Unknown directive “${mark}${node.name}”`),
      hints: meantOrKnown(node.name, [...more, ...NAMES[node.type]].sort()),
    });
    return [];
  }

  /** A leading `:id[…]` names the clause. */
  #takeId(children: readonly PhrasingContent[]): {
    readonly id: string | null;
    readonly rest: readonly PhrasingContent[];
  } {
    const [first, ...rest] = children;
    if (first?.type !== "textDirective" || first.name !== "id") return { id: null, rest: children };
    return { id: this.#context.values.restore(plain(first.children)), rest };
  }

  /** `[ ]` or `[x]` and a space before the words of an item. */
  #takeBox(children: readonly PhrasingContent[]): {
    readonly box: CheckBoxInline | null;
    readonly rest: readonly PhrasingContent[];
  } {
    const [first, ...more] = children;
    // Brackets behind a backslash are those of the author.
    const open = first?.type === "text" && this.#context.written(first).trimStart().startsWith("[");
    const found = open ? (more.length === 0 ? BOX_OR_ALONE : BOX).exec(first.value) : null;
    const box = found === null ? null : checkBoxOf(this.#context.values.restore(found[1] ?? ""));
    if (box === null || first?.type !== "text" || found === null) return { box: null, rest: children };
    return { box, rest: [{ ...first, value: first.value.slice(found[0].length) }, ...more] };
  }

  #autoId(what: string, label: string): string {
    return `${this.#context.section}.${what}-${label.replace(/\.$/, "")}`;
  }
}

/** A check box before words, and one that no words need follow: that is reported. */
const [BOX, BOX_OR_ALONE] = [/^\s*\[([^\]]*)\]\s+/, /^\s*\[([^\]]*)\](?:\s+|$)/];

const LABELS: { readonly [M in Extract<Block, { type: "item" }>["marker"]]: (number: number) => string } = {
  dash: () => "–",
  paren: (number) => `${number})`,
  "check-box": () => "",
};

/** A block with a check box before its words. */
function boxed<B extends Extract<Block, { type: "item" | "clause" }>>(block: B, box: CheckBoxInline | null): B {
  return box === null ? block : { ...block, inlines: joined([box, { type: "text", text: " " }, ...block.inlines]) };
}

/** Whether anything of a part of a line is read; the number of a reference is not known yet. */
function says(inline: Inline): boolean {
  if ("children" in inline) return inline.children.some(says);
  return inline.type === "text" ? inline.text.trim() !== "" : inline.type !== "break";
}
