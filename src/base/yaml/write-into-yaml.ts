import { isCollection, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { YamlChange } from "./changed-data.ts";
import { blockScalar, blockYaml, indented, inlineYaml } from "./render-yaml.ts";
import type { Splice } from "./splices.ts";
import { isFields, isList, pointerSteps, type YamlData } from "./yaml-file.ts";
import { isBlockScalar, type Spot, type YamlText } from "./yaml-text.ts";

type Set = Extract<YamlChange, { kind: "set" }>;

/** Gives a value to a property or an item; adds a property that is not there. */
export function set(yaml: YamlText, { at, value, order }: Set): readonly Splice[] | null {
  const spot = yaml.spot(at);
  if (spot !== undefined) return replaced(yaml, spot, value);
  const name = pointerSteps(at).at(-1);
  const parent = yaml.at(at.slice(0, at.lastIndexOf("/")));
  return name !== undefined && isMap(parent) ? added(yaml, parent, { name, value, order: order ?? [] }) : null;
}

/** Adds an item to a list. */
export function inserted(
  yaml: YamlText,
  { at, value }: Extract<YamlChange, { kind: "insert" }>,
): readonly Splice[] | null {
  const cut = at.lastIndexOf("/");
  const list = yaml.at(at.slice(0, cut));
  if (!isSeq(list)) return null;
  const index = Number(at.slice(cut + 1));
  if (list.flow === true) return inBrackets(yaml, list, { index, text: inlineYaml(value) });
  const column = yaml.column(yaml.start(list, 0));
  const flow = list.items.every((item) => isCollection(item) && item.flow === true);
  return [line(yaml, list, { index, text: indented(blockYaml([value], { flow }), column, yaml.eol), column })];
}

type Property = { readonly name: string; readonly value: YamlData; readonly order: readonly string[] };

function added(yaml: YamlText, map: YAMLMap, { name, value, order }: Property): readonly Splice[] | null {
  const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
  const rank = order.indexOf(name);
  const before = names.findLastIndex((one) => order.indexOf(one) >= 0 && order.indexOf(one) < rank);
  const index = rank < 0 || !names.some((one) => order.includes(one)) ? names.length : before + 1;
  if (map.flow === true) return inBrackets(yaml, map, { index, text: inlineYaml({ [name]: value }).slice(1, -1) });
  const column = yaml.column(yaml.start(map, 0));
  return [line(yaml, map, { index, text: indented(blockYaml({ [name]: value }), column, yaml.eol), column })];
}

type Entry = { readonly index: number; readonly text: string };

/** An entry in lines of its own: under the one before it, whose comment on the line is its own; the first one above the next. */
function line(yaml: YamlText, parent: YAMLMap | YAMLSeq, { index, text, column }: Entry & { column: number }): Splice {
  const gap = yaml.eol + " ".repeat(column);
  if (index === 0) {
    const start = yaml.start(parent, 0);
    return { start, end: start, text: text + gap };
  }
  const end = yaml.lineEnd(yaml.end(parent, index - 1));
  return { start: end, end, text: gap + text };
}

function inBrackets(yaml: YamlText, parent: YAMLMap | YAMLSeq, { index, text }: Entry): readonly Splice[] {
  const [at, put] =
    parent.items.length === 0
      ? [(parent.range?.[0] ?? 0) + 1, text]
      : index < parent.items.length
        ? [yaml.start(parent, index), `${text}, `]
        : [yaml.end(parent, parent.items.length - 1), `, ${text}`];
  return [{ start: at, end: at, text: put }];
}

function replaced(yaml: YamlText, spot: Spot, value: YamlData): readonly Splice[] {
  const { node, parent } = spot;
  const compound = (isList(value) || isFields(value)) && Object.keys(value).length > 0;
  const block = isCollection(node) && node.flow !== true;
  if (parent.flow === true) return inFlow(yaml, spot, value);
  const after = yaml.signEnd(spot);
  // What stood below the key goes; a comment on its line stays.
  const below = block ? [{ start: yaml.lineEnd(after), end: yaml.endOf(node), text: "" }] : [];
  if (block && !startsBelow(yaml, after, node)) {
    // Parts that begin behind a dash, on its line.
    const start = node.range?.[0] ?? after;
    const text = compound ? indented(blockYaml(value), yaml.column(start), yaml.eol) : inlineYaml(value);
    return [{ start, end: yaml.endOf(node), text }];
  }
  if (!compound) {
    return block
      ? [{ start: after, end: after, text: ` ${inlineYaml(value)}` }, ...below]
      : scalarText(yaml, spot, value);
  }
  const step = isSeq(parent) ? yaml.column(yaml.start(parent, spot.index)) : yaml.column(yaml.start(parent, 0));
  const text = yaml.eol + " ".repeat(step + 2) + indented(blockYaml(value), step + 2, yaml.eol);
  if (block) return [{ ...(below[0] as Splice), text }];
  const [start, end] = node === null ? [after, after] : [node.range?.[0] ?? after, yaml.endOf(node)];
  if (start === end) return [{ start: yaml.lineEnd(after), end: yaml.lineEnd(after), text }];
  const gone = { start: yaml.text.slice(0, start).trimEnd().length, end, text: "" };
  const lineEnd = yaml.lineEnd(end);
  return lineEnd === end ? [{ ...gone, text }] : [gone, { start: lineEnd, end: lineEnd, text }];
}

/** The whole of a collection stands below the line of its key. */
function startsBelow(yaml: YamlText, after: number, node: Node): boolean {
  return (node.range?.[0] ?? 0) > yaml.lineEnd(after);
}

function inFlow(yaml: YamlText, { node, parent, index }: Spot, value: YamlData): readonly Splice[] {
  const text = inlineYaml(value, { type: isScalar(node) ? node.type : null });
  const [start, end] = node?.range ?? [0, 0];
  if (start < end) return [{ start, end, text }];
  const at = yaml.end(parent, index);
  const colon = yaml.text.slice(0, at).endsWith(":") ? "" : ":";
  return [{ start: at, end: at, text: `${colon} ${text}` }];
}

/** A value without parts in the place of one without parts: quoted, or in lines, as that was. */
function scalarText(yaml: YamlText, spot: Spot, value: YamlData): readonly Splice[] {
  const { node, parent } = spot;
  const after = yaml.signEnd(spot);
  const [start, end] = node === null ? [after, after] : [node.range?.[0] ?? after, yaml.endOf(node)];
  const empty = start === end;
  const where = empty ? { start: after, end: after } : { start, end };
  const gap = empty ? " " : "";
  const type = isScalar(node) ? node.type : null;
  const lines = typeof value === "string" && (value.includes("\n") || (node !== null && isBlockScalar(node)));
  const form = lines
    ? blockScalar(value, node !== null && isBlockScalar(node) ? (type as Scalar.Type) : Scalar.BLOCK_LITERAL)
    : null;
  if (form === null || !isPlainOrBlock(type)) return [{ ...where, text: gap + inlineYaml(value, { type }) }];
  const column = yaml.column(yaml.start(parent, isSeq(parent) ? spot.index : 0));
  const old = node !== null && isBlockScalar(node) ? /\n( *)\S/.exec(yaml.text.slice(start, end))?.[1] : undefined;
  const indent = Math.max(old?.length ?? 0, column + 2);
  const comment =
    node !== null && isBlockScalar(node)
      ? (/^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(yaml.text.slice(start))?.[1] ?? "")
      : "";
  const rows = form.lines.map((row) => (row === "" ? "" : " ".repeat(indent) + row));
  const below = ["", ...rows].join(yaml.eol);
  const lineEnd = yaml.lineEnd(where.end);
  // A comment behind the value stays on the line of the key.
  if (node === null || !isBlockScalar(node))
    return [
      { ...where, text: gap + form.head },
      { start: lineEnd, end: lineEnd, text: below },
    ];
  return [{ ...where, text: gap + form.head + comment + below }];
}

function isPlainOrBlock(type: string | null | undefined): boolean {
  return type !== Scalar.QUOTE_DOUBLE && type !== Scalar.QUOTE_SINGLE;
}
