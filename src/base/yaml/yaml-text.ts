import {
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { pointerSteps } from "./yaml-file.ts";

/** A property or an item: what it stands in, which one it is, and its value (null where nothing is written). */
export type Spot = {
  readonly parent: YAMLMap | YAMLSeq;
  readonly index: number;
  readonly node: Node | null;
};

/** A YAML text beside its tree: where things stand in it, to the character. */
export class YamlText {
  readonly text: string;
  readonly root: Node;
  /** The line end of the file. */
  readonly eol: string;

  constructor(text: string, document: Document.Parsed) {
    this.text = text;
    this.root = document.contents as Node;
    this.eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  }

  /** The value at a pointer; undefined when nothing leads there. */
  at(pointer: string): Node | null | undefined {
    return pointer === "" ? this.root : this.spot(pointer)?.node;
  }

  spot(pointer: string): Spot | undefined {
    let node: Node | null = this.root;
    let found: Spot | undefined;
    for (const step of pointerSteps(pointer)) {
      if (!isMap(node) && !isSeq(node)) return undefined;
      const parent: YAMLMap | YAMLSeq = node;
      const index = isSeq(parent)
        ? parent.items.findIndex((_, place) => String(place) === step)
        : parent.items.findIndex(({ key }) => isScalar(key) && String(key.value) === step);
      if (index < 0) return undefined;
      const item = parent.items[index] as Node | Pair;
      node = (isSeq(parent) ? item : (item as Pair).value) as Node | null;
      found = { parent, index, node };
    }
    return found;
  }

  /** Where an entry of a collection begins: its key, the dash before it, or in `[…]` its value with what marks it. */
  start(parent: YAMLMap | YAMLSeq, index: number): number {
    if (isSeq(parent) && !parent.flow) return this.#sign(parent, index, "seq-item-ind");
    const item = parent.items[index] as Node | Pair;
    const node = isSeq(parent) ? (item as Node) : ((item as Pair).key as Node);
    const marks = sourceItem(parent, index)?.start.find(({ type }) => type === "anchor" || type === "tag");
    return marks?.offset ?? node.range?.[0] ?? 0;
  }

  /** Where an entry of a collection ends: after the last character that says something, comments not counted. */
  end(parent: YAMLMap | YAMLSeq, index: number): number {
    const item = parent.items[index] as Node | Pair;
    const node = (isSeq(parent) ? item : (item as Pair).value) as Node | null;
    if (node !== null && (isMap(node) || isSeq(node) || !isNothing(node))) return this.endOf(node);
    if (parent.flow === true && isMap(parent)) return ((item as Pair).key as Node).range?.[1] ?? 0;
    return this.signEnd({ parent, index });
  }

  endOf(node: Node): number {
    if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0)
      return this.end(node, node.items.length - 1);
    const end = node.range?.[1] ?? 0;
    if (!isBlockScalar(node)) return end;
    return this.text.slice(0, end).replace(/(?:\r\n|\n|\r)$/, "").length;
  }

  /** Behind the colon or the dash that leads to a value. */
  signEnd({ parent, index }: Pick<Spot, "parent" | "index">): number {
    return this.#sign(parent, index, isSeq(parent) ? "seq-item-ind" : "map-value-ind") + 1;
  }

  /** End of the line that an offset stands in, before its line end. */
  lineEnd(offset: number): number {
    const found = /\r\n|\n|\r/.exec(this.text.slice(offset));
    return found === null ? this.text.length : offset + found.index;
  }

  /** Begin of the next line; the end of the text when there is none. */
  nextLine(offset: number): number {
    const end = this.lineEnd(offset);
    return end + (/^(?:\r\n|\n|\r)/.exec(this.text.slice(end, end + 2))?.[0].length ?? 0);
  }

  lineStart(offset: number): number {
    return Math.max(this.text.lastIndexOf("\n", offset - 1), this.text.lastIndexOf("\r", offset - 1)) + 1;
  }

  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Nothing but spaces stands before it on its line. */
  beginsLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === "";
  }

  #sign(parent: YAMLMap | YAMLSeq, index: number, type: "seq-item-ind" | "map-value-ind"): number {
    const source = sourceItem(parent, index);
    const tokens = type === "seq-item-ind" ? source?.start : source?.sep;
    const sign = tokens?.find((token) => token.type === type)?.offset;
    if (sign === undefined) throw new UnknownForm();
    return sign;
  }
}

/** The text is written in a way that is not edited: an explicit key, a pair in a list. */
export class UnknownForm extends Error {}

/** `|` or `>`. */
export function isBlockScalar(node: Node): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.range?.[0] === node.range?.[1];
}

function sourceItem(parent: YAMLMap | YAMLSeq, index: number): CST.CollectionItem | undefined {
  const item = parent.items[index] as { srcToken?: CST.CollectionItem };
  if (isMap(parent)) return item.srcToken;
  return (parent.srcToken as CST.BlockSequence | CST.FlowCollection | undefined)?.items.filter(
    ({ value, key, start }) =>
      value !== undefined || key !== undefined || start.some(({ type }) => type === "seq-item-ind"),
  )[index];
}
