import { Document, Scalar, visit } from "yaml";
import type { YamlData } from "./yaml-file.ts";

/** As the value that stands there is written. */
export type Manner = { readonly type?: string | null | undefined; readonly flow?: boolean };

const OPTIONS = { version: "1.2", schema: "core" } as const;
/** Nothing is folded: a line of the file is a line of the value. */
const LOOK = { lineWidth: 0, flowCollectionPadding: false, indentSeq: true } as const;

/** A value inside `[…]` or `{…}`, or one that stands on one line: quoted as the manner has it where it can be. */
export function inlineYaml(value: YamlData, { type }: Manner = {}): string {
  const document = new Document([value], OPTIONS);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
    },
    Scalar: (_, node) => {
      if (typeof node.value === "string" && quoted(type) !== null) node.type = quoted(type) as Scalar.Type;
    },
  });
  return document.toString(LOOK).trim().slice(1, -1);
}

/** `key: value` or `- value` in lines of their own, without a line end; `flow`: collections in brackets. */
export function blockYaml(value: YamlData, { flow = false }: Manner = {}): string {
  const document = new Document(value, OPTIONS);
  visit(document, {
    Collection: (key, node, path) => {
      if (flow && path.length > 1 && key !== null) node.flow = true;
      if (node.items.length === 0) node.flow = true;
    },
  });
  return document.toString(LOOK).replace(/\n$/, "");
}

/** A text as `|` or `>`, its lines without indentation; null where it cannot be written so. */
export function blockScalar(
  value: string,
  type: Scalar.Type,
): { readonly head: string; readonly lines: readonly string[] } | null {
  const scalar = new Scalar(value);
  scalar.type = type;
  const document = new Document({ key: scalar }, OPTIONS);
  const [first = "", ...lines] = document
    .toString({ ...LOOK, indent: 2, lineWidth: type === Scalar.BLOCK_FOLDED ? 120 : 0 })
    .split("\n");
  const head = first.slice("key: ".length);
  if (!/^[|>][-+]?$/.test(head)) return null;
  lines.pop();
  return { head, lines: lines.map((line) => line.replace(/^ {2}/, "")) };
}

/** The lines moved so far to the right, but for empty ones and the first. */
export function indented(text: string, columns: number, eol: string): string {
  const indent = " ".repeat(columns);
  return text
    .split("\n")
    .map((line, index) => (index === 0 || line === "" ? line : indent + line))
    .join(eol);
}

function quoted(type: string | null | undefined): string | null {
  return type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE ? type : null;
}
