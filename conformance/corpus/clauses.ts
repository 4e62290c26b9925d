import type { Block, ParagraphRole } from "../../src/paperwork/document/index.ts";
import type { Random } from "./random.ts";
import { phrase, rich, sentence, sentences, type Target } from "./text.ts";

const MAX_LEVELS = 4;

/** Numbers headings and clauses of a section as the markup does: headings at the top, clauses below, up to four levels. */
export class ClauseWriter {
  readonly #random: Random;
  readonly #section: string;
  readonly #targets: Target[];
  #headings = 0;
  #clauses = 0;
  #lists = 0;

  constructor(random: Random, section: string, targets: Target[]) {
    this.#random = random;
    this.#section = section;
    this.#targets = targets;
  }

  heading(): Block {
    const label = `${++this.#headings}.`;
    this.#clauses = 0;
    return {
      type: "heading",
      id: this.#target(label),
      level: 1,
      label,
      list: `${this.#section}.clauses`,
      inlines: rich(this.#random, phrase(this.#random, 1, 14)),
    };
  }

  subheading(): Block {
    return {
      type: "heading",
      id: `${this.#section}.sub-${++this.#lists}`,
      level: 2,
      label: null,
      list: `${this.#section}.clauses`,
      inlines: rich(this.#random, phrase(this.#random, 1, 14)),
    };
  }

  /** A clause with what stands under it. */
  clause(): Block[] {
    const prefix = this.#headings > 0 ? `${this.#headings}.` : "";
    return this.#clause(`${prefix}${++this.#clauses}.`, this.#headings > 0 ? 1 : 0);
  }

  #clause(label: string, level: number): Block[] {
    const random = this.#random;
    const inlines = rich(random, sentences(random, 1, level > 1 ? 2 : 4), this.#targets);
    const block: Block = {
      type: "clause",
      id: this.#target(label),
      label,
      level,
      list: `${this.#section}.clauses`,
      inlines,
    };
    const under =
      level + 1 < MAX_LEVELS && random.chance(0.25)
        ? random.times(1, 4, (index) => this.#clause(`${label}${index + 1}.`, level + 1)).flat()
        : random.chance(0.15)
          ? this.items()
          : random.chance(0.08)
            ? [this.paragraph("text")]
            : [];
    return [block, ...under];
  }

  items(): Block[] {
    const random = this.#random;
    const list = `${this.#section}.items.${++this.#lists}`;
    const marker = random.pick(["dash", "paren"] as const);
    return random
      .times(1, 8, (index): Block[] => {
        const item: Block = {
          type: "item",
          marker,
          label: marker === "dash" ? "–" : `${index + 1})`,
          level: 0,
          list,
          inlines: rich(random, sentence(random, 1, 24), this.#targets),
        };
        return random.chance(0.1) ? [item, ...this.#inner()] : [item];
      })
      .flat();
  }

  #inner(): Block[] {
    const list = `${this.#section}.items.${++this.#lists}`;
    return this.#random.times(1, 3, () => ({
      type: "item",
      marker: "dash",
      label: "–",
      level: 1,
      list,
      inlines: rich(this.#random, sentence(this.#random, 1, 16)),
    }));
  }

  paragraph(role: ParagraphRole): Block {
    const random = this.#random;
    const text = random.chance(0.2) ? sentence(random, 1, 5) : sentences(random, 1, 6);
    return { type: "paragraph", role, inlines: rich(random, text, this.#targets) };
  }

  #target(label: string): string {
    const id = `${this.#section}.clause-${label.replace(/\.$/, "")}`;
    this.#targets.push({ id, text: label.replace(/\.$/, "") });
    return id;
  }
}
