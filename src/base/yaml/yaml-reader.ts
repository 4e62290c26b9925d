import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, Scalar } from "yaml";
import { type Diagnostic, type LineIndex, type Place, raise, type Text, text } from "../diagnostics/index.ts";
import { wrongCharacter } from "./decode.ts";
import { FINDINGS, MAX_DEPTH } from "./findings.ts";
import { limited } from "./limit-findings.ts";
import {
  escapePointer,
  type NodeRanges,
  placeIn,
  type Range,
  type TextSpan,
  type ValueRanges,
  type YamlData,
} from "./yaml-file.ts";

/** What a reader would see. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** Keys that reach into the prototype of an object. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Walks the tree of one YAML document: its data, the place of every value, and what no record may hold. */
export class YamlReader {
  readonly found: Diagnostic[] = [];
  readonly spans: TextSpan[] = [];
  readonly #ranges = new Map<string, ValueRanges>();
  readonly #file: string;
  readonly #lines: LineIndex;

  constructor(file: string, lines: LineIndex) {
    this.#file = file;
    this.#lines = lines;
  }

  ranges(): NodeRanges[] {
    return [...this.#ranges].map(([pointer, { key, value }]) => [pointer, key, value]);
  }

  place(start: number, end: number): Place {
    return placeIn(this.#file, this.#lines, start, end);
  }

  findings(): Diagnostic[] {
    return limited(this.found, (finding) => finding, this.place(0, 1));
  }

  severalDocuments(second: Document.Parsed): void {
    this.found.push(raise(FINDINGS.TRC1006, { place: this.place(second.range[0], second.range[0] + 1) }));
  }

  value(node: Node | null | undefined, pointer: string, depth: number, key: Range | null = null): YamlData {
    if (node === null || node === undefined) return this.#found(pointer, key, key ?? [0, 1], null);
    const [start, end] = node.range ?? [0, 1];
    const range: Range = [start, Math.max(start + 1, end)];
    const place = this.place(...range);
    if (depth > MAX_DEPTH) {
      this.found.push(raise(FINDINGS.TRC1012, { place }));
      return null;
    }
    if (isAlias(node)) return this.#refuse(text("Ссылка на якорь (*)", "An alias (*)"), place, `*${node.source}`);
    if (node.anchor !== undefined) return this.#refuseMark(text("Якорь (&)", "An anchor (&)"), place);
    if (node.tag !== undefined) return this.#refuseMark(text("Тег (!)", "A tag (!)"), place);
    if (isScalar(node)) {
      if (typeof node.value === "string") this.spans.push({ pointer, start, end: node.range?.[1] ?? end });
      return this.#found(pointer, key, range, this.#scalar(node, place));
    }
    this.#found(pointer, key, range, null);
    if (isSeq(node)) {
      return node.items.map((item, index) => this.value(item as Node, `${pointer}/${index}`, depth + 1));
    }
    if (isMap(node)) return this.#map(node.items, pointer, depth);
    return null;
  }

  #map(pairs: readonly Pair[], pointer: string, depth: number): { [key: string]: YamlData } {
    const result: { [key: string]: YamlData } = {};
    for (const pair of pairs) {
      if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== "string") {
        const range = (pair.key as Node | null)?.range ?? [0, 1];
        this.found.push(raise(FINDINGS.TRC1008, { place: this.place(range[0], range[1]) }));
        continue;
      }
      const name = pair.key.value;
      const [start, end] = pair.key.range ?? [0, 1];
      const key = this.place(start, end);
      if (name === "<<") this.#refuse(text("Ключ слияния (<<)", "A merge key (<<)"), key);
      else if (FORBIDDEN_KEYS.has(name)) this.found.push(raise(FINDINGS.TRC1009, { of: [name], place: key }));
      else if (Object.hasOwn(result, name)) {
        const first = this.#ranges.get(`${pointer}/${escapePointer(name)}`)?.key ?? null;
        const message = text(
          `первый раз ключ «${name}» стоит здесь`,
          `the key “${name}” stands here for the first time`,
        );
        const related = first === null ? [] : [{ message, place: this.place(...first) }];
        this.found.push(raise(FINDINGS.TRC1005, { of: [name], place: key, related }));
      } else
        result[name] = this.value(pair.value as Node, `${pointer}/${escapePointer(name)}`, depth + 1, [start, end]);
    }
    return result;
  }

  #scalar(node: Scalar, place: Place): YamlData {
    const { value, source } = node;
    const plain = node.type === Scalar.PLAIN;
    if (plain && typeof value === "number" && source !== undefined && /^[-+]?0\d/.test(source)) {
      this.found.push(raise(FINDINGS.TRC1010, { of: [source], place, actual: source }));
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.found.push(raise(FINDINGS.TRC1011, { of: [source ?? String(value)], place }));
      return null;
    }
    if (typeof value === "string") return this.#text(value, node, place);
    if (typeof value === "bigint") return Number(value);
    return typeof value === "number" || typeof value === "boolean" ? value : null;
  }

  /** Words of a value; those of a file are composed and looked at already, escapes in double quotes may bring in others. */
  #text(value: string, { type }: Scalar, place: Place): string {
    const escaped = type === Scalar.QUOTE_DOUBLE;
    const composed = escaped ? value.normalize("NFC") : value;
    const wrong = escaped ? wrongCharacter(composed, place) : null;
    if (wrong !== null) this.found.push(wrong);
    else if (composed !== "" && !VISIBLE.test(composed)) this.found.push(raise(FINDINGS.TRC1016, { place }));
    return composed;
  }

  /** An anchor or a tag stands before the value it is of. */
  #refuseMark(what: Text, place: Place): null {
    const line = this.#lines.lines[place.start.line - 1] ?? "";
    const before = /[&!]\S*\s*$/.exec(line.slice(0, place.start.column - 1));
    const column = before === null ? place.start.column : before.index + 1;
    const written = line.slice(column - 1, place.end.column - 1);
    const plain = /^[^"'[{]*$/.test(written);
    return this.#refuse(what, { ...place, start: { ...place.start, column } }, plain ? written : null);
  }

  #refuse(what: Text, place: Place, written: string | null = null): null {
    this.found.push(raise(FINDINGS.TRC1007, { of: [what, written], place }));
    return null;
  }

  #found<T extends YamlData>(pointer: string, key: Range | null, value: Range, data: T): T {
    this.#ranges.set(pointer, { key, value });
    return data;
  }
}
