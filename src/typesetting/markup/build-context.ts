import type { FootnoteReference, Link, Nodes, PhrasingContent } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import {
  type Defined,
  type Diagnostic,
  type Found,
  meantOrKnown,
  type Place,
  raise,
  text,
} from "../../base/diagnostics/index.ts";
import type { Picture, PictureFault } from "../../base/pictures/index.ts";
import type { BlankInline, CheckBoxInline, Inline, Inlines } from "../../paperwork/document/index.ts";
import { checkAttributes } from "./attributes.ts";
import { FINDINGS } from "./findings.ts";
import type { Footnotes } from "./footnotes.ts";
import { checkBoxOf, inlineNear, joined, linkAddress, plain, trimmed, valueInlines } from "./inline-parts.ts";
import { PRIVATE_USE, type Values } from "./tokens.ts";

/** Everything numbering and references need to know across one document. */
export type Targets = {
  /** Printed number (without the last dot) by clause id, or null until the clause is met. */
  readonly numbers: Map<string, { readonly text: string; readonly place: Place }>;
  readonly references: { readonly target: string; readonly place: Place }[];
  readonly annexes: ReadonlyMap<string, number | null>;
  readonly mentioned: Set<string>;
  /** How many tables and figures have a number so far, by what they are numbered with: `table`, `figure 2.` in the second annex. */
  readonly counted: Map<string, number>;
};

/** A picture by its path among the records, with the digest of its file; or why there is none. */
export type Pictures = {
  readonly get: (file: string) => { readonly picture: Picture | PictureFault; readonly sha256: string };
};

/** A section, what the document shares, and where each piece of the rendered text came from. */
type SectionParts = Pick<BuildContext, "section" | "values" | "targets" | "found" | "footnotes" | "pictures"> & {
  /** The rendered text. */
  readonly source: string;
  readonly placeAt: (start: number, end: number) => Place;
};

/** What a reference to a footnote becomes where it stands, and whether a line to fill in may have words under it there. */
type Standing = { readonly refer: (node: FootnoteReference) => Inline[]; readonly labels: boolean };

/** What the handlers of one section share. */
export class BuildContext {
  readonly section: string;
  readonly values: Values;
  readonly targets: Targets;
  readonly found: Diagnostic[];
  readonly footnotes: Footnotes;
  readonly pictures: Pictures;
  readonly #placeAt: SectionParts["placeAt"];
  readonly #source: string;

  constructor({ section, values, targets, found, footnotes, pictures, placeAt, source }: SectionParts) {
    this.section = section;
    this.values = values;
    this.targets = targets;
    this.found = found;
    this.footnotes = footnotes;
    this.pictures = pictures;
    this.#placeAt = placeAt;
    this.#source = source;
  }

  /** How a node is written. */
  written({ position }: { readonly position?: Nodes["position"] }): string {
    return this.#source.slice(position?.start.offset, position?.end.offset);
  }

  /** Whether nothing stands before a node in its section. */
  opens({ position }: { readonly position?: Nodes["position"] }): boolean {
    return this.#source.slice(0, position?.start.offset).trim() === "";
  }

  /** A label that a directive has no use for would be passed over in silence. */
  noLabel(node: {
    readonly name: string;
    readonly children: readonly unknown[];
    readonly position?: Nodes["position"];
  }): void {
    if (node.children.length === 0) return;
    this.report(FINDINGS.TRC3304, node, {
      message: text(
        `Слова в скобках у «${node.name}» не напечатались бы`,
        `Words in the brackets of “${node.name}” would not be printed`,
      ),
      hints: text("Поставьте их вне скобок", "Put them outside the brackets"),
    });
  }

  placeOf(node: { readonly position?: Nodes["position"] }): Place {
    const start = node.position?.start.offset ?? 0;
    return this.#placeAt(start, node.position?.end.offset ?? start + 1);
  }

  report(finding: Defined, node: { readonly position?: Nodes["position"] }, found: Found): void {
    this.found.push(raise(finding, { ...found, place: this.placeOf(node) }));
  }

  /** Phrasing content → inlines, as it was typed; the finished tree is typeset whole. Footnotes have no place in them. */
  inlines(nodes: readonly PhrasingContent[]): Inlines {
    const refer: Standing["refer"] = (node) => {
      this.footnotes.refuse(node, this);
      return [];
    };
    return this.#inlines(nodes, { refer, labels: false });
  }

  /** Phrasing content of running text, which may refer to footnotes. @param labels whether it is a paragraph by itself, with room under its lines to fill in */
  noted(nodes: readonly PhrasingContent[], labels = false): Inlines {
    return this.#inlines(nodes, { refer: (node) => this.footnotes.refer(node, this), labels });
  }

  #inlines(nodes: readonly PhrasingContent[], standing: Standing): Inlines {
    return joined(trimmed(nodes.flatMap((node) => this.#inline(node, standing))));
  }

  /** Gives a name that references may aim at its number, without its last dot. Code TRC3306 for a name that is taken. */
  target(id: string, number: string, node: { readonly position?: Nodes["position"] }): void {
    const { numbers } = this.targets;
    const taken = numbers.get(id);
    if (taken === undefined) {
      numbers.set(id, { text: number.replace(/\.$/, ""), place: this.placeOf(node) });
      return;
    }
    this.found.push(
      raise(FINDINGS.TRC3306, {
        message: text(`Имя «${id}» занято`, `The name “${id}” is taken`),
        related: [{ message: text("первый с этим именем", "the first of this name"), place: taken.place }],
        place: this.placeOf(node),
      }),
    );
  }

  attribute(
    attributes: { readonly [name: string]: string | null | undefined } | null | undefined,
    name: string,
  ): string | null {
    const value = attributes?.[name];
    return value === null || value === undefined ? null : this.values.restore(value);
  }

  #inline(node: PhrasingContent, standing: Standing): Inline[] {
    switch (node.type) {
      case "text":
        return this.#text(node.value);
      case "strong":
      case "emphasis": {
        const inner = { ...standing, labels: false };
        return [{ type: node.type, children: joined(node.children.flatMap((child) => this.#inline(child, inner))) }];
      }
      case "link":
        return this.#link(node, standing);
      case "textDirective":
        return this.#directive(node, standing);
      case "footnoteReference":
        return standing.refer(node);
      case "break":
        return [{ type: "text", text: " " }];
      default:
        // Refused before the tree is built.
        return [];
    }
  }

  #text(written: string): Inline[] {
    // A line feed inside a paragraph of the template is only the way it was typed; one inside a value is meant.
    return this.values.split(written.replace(/[ \t]*\n[ \t]*/g, " ")).flatMap((piece): Inline[] => {
      if (!piece.value) return [{ type: "text", text: piece.text }];
      const lines = piece.text.split(/\r\n|\r|\n/).map((line) => line.replaceAll("\t", " "));
      return lines.flatMap((line, index): Inline[] =>
        index === 0 ? valueInlines(line) : [{ type: "break" }, ...valueInlines(line)],
      );
    });
  }

  #directive(node: TextDirective, standing: Standing): Inline[] {
    // A token that follows a name without a space is taken into the name: `:br{{value}}`, or `:{{value}}` with no name at all.
    const token = node.name.search(PRIVATE_USE);
    if (token >= 0) {
      const own =
        token === 0 ? this.#text(":") : this.#directive({ ...node, name: node.name.slice(0, token) }, standing);
      return [...own, ...this.#text(node.name.slice(token))];
    }
    // A time, a scale: 10:30, 1:100.
    if (/^\d/.test(node.name) && node.children.length === 0) return this.#text(`:${node.name}`);
    checkAttributes(node, node.name === "blank" ? ["width"] : [], this);
    const label = this.values.restore(plain(node.children));
    switch (node.name) {
      case "ref":
        this.targets.references.push({ target: label, place: this.placeOf(node) });
        return [{ type: "reference", target: label, text: "" }];
      case "annex":
        return this.#annex(label, node);
      case "blank":
        return [this.#blank(node, label, standing)];
      case "box":
        return [this.#checkBox(node, label)];
      case "br":
        this.noLabel(node);
        return [{ type: "break" }];
      default:
        this.report(FINDINGS.TRC3302, node, {
          message: text(`Неизвестная директива «:${node.name}»`, `Unknown directive “:${node.name}”`),
          hints: [
            ...inlineNear(node.name),
            text(
              "Бывают: :ref[…], :annex[…], :id[…] (в начале пункта), :blank{width=40}, :blank[(подпись)], :box, :box[x], :br",
              "There are: :ref[…], :annex[…], :id[…] (where a clause begins), :blank{width=40}, :blank[(подпись)], :box, :box[x], :br",
            ),
            text(
              "Если это обычное двоеточие, поставьте после него пробел",
              "If it is an ordinary colon, put a space after it",
            ),
          ],
        });
        return [];
    }
  }

  #annex(id: string, node: PhrasingContent): Inline[] {
    const number = this.targets.annexes.get(id);
    if (number === undefined) {
      const known = [...this.targets.annexes.keys()];
      this.report(FINDINGS.TRC3308, node, {
        message: text(`Приложения «${id}» у документа нет`, `The document has no annex “${id}”`),
        hints: meantOrKnown(id, known),
      });
      return [];
    }
    this.targets.mentioned.add(id);
    if (number === null) return [];
    const words: Inline = { type: "text", text: `№\u00a0${number}` };
    return [
      { type: "text", text: "\u00a0" },
      { type: "link", href: `#annex-${id}`, children: [words] },
    ];
  }

  #link(node: Link, standing: Standing): Inline[] {
    const children = node.children.flatMap((child) => this.#inline(child, { ...standing, labels: false }));
    const href = linkAddress(this.values.restore(node.url));
    if (href !== null && !node.title && children.length > 0) return [{ type: "link", href, children }];
    this.report(FINDINGS.TRC3322, node, {
      message:
        href === null
          ? text(
              `Ссылка ведёт не на сайт и не на почту: «${this.values.restore(node.url)}»`,
              `The link leads neither to a site nor to a mailbox: “${this.values.restore(node.url)}”`,
            )
          : text(
              "У ссылки нет слов, или есть подсказка, которой не видно",
              "The link has no words, or a title that nobody sees",
            ),
      hints: text(
        "[слова](https://example.org/) или [адрес](mailto:school@example.org); на пункт – :ref[имя], на приложение – :annex[имя]",
        "[words](https://example.org/) or [address](mailto:school@example.org); to a clause :ref[name], to an annex :annex[name]",
      ),
    });
    return children;
  }

  #checkBox(node: TextDirective, label: string): CheckBoxInline {
    const box = checkBoxOf(label);
    if (box === null)
      this.report(FINDINGS.TRC3304, node, {
        message: text(
          `В клеточке стоит «${label}», а бывает пусто или x`,
          `The check box has “${label}” in it, and may be empty or have x`,
        ),
        hints: text(
          "Пустая – :box, отмеченная – :box[x]; слова ставят за нею",
          "An empty one is :box, a marked one :box[x]; words stand behind it",
        ),
      });
    return box ?? { type: "check-box", checked: false };
  }

  #blank(node: TextDirective, label: string, { labels }: Standing): BlankInline {
    if (label !== "" && !labels)
      this.report(FINDINGS.TRC3304, node, {
        message: text(
          "Слова под линией бывают только в обычном абзаце: здесь для них нет места",
          "Words under a line stand in an ordinary paragraph only: there is no room for them here",
        ),
        hints: text(
          "Поставьте линию отдельным абзацем или уберите слова из скобок",
          "Put the line into a paragraph of its own, or take the words out of the brackets",
        ),
      });
    const width = this.attribute(node.attributes, "width");
    const widthMm = Number(width);
    if (width !== null && !(widthMm > 0 && widthMm <= 250))
      this.report(FINDINGS.TRC3303, node, {
        message: text("Длина линии :blank – от 1 до 250 мм", "The line of :blank is from 1 to 250 mm long"),
        hints: text(
          "Напишите :blank{width=40}, или :blank – до правого края",
          "Write :blank{width=40}, or :blank up to the right edge",
        ),
      });
    return { type: "blank", ...(width === null ? {} : { widthMm }), ...(label === "" ? {} : { label }) };
  }
}
