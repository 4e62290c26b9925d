import type { List, ListItem, Nodes, Parents, Root } from "mdast";
import { type Diagnostic, type Found, type Place, raise, type Text, text } from "../../base/diagnostics/index.ts";
import type { Construct, Dialect } from "./construct.ts";
import { CONSTRUCTS, type ConstructName } from "./constructs.ts";
import { FINDINGS } from "./findings.ts";
import { ANY_DIALECT, DIALECTS } from "./refused-dialects.ts";
import { OPENINGS } from "./refused-openings.ts";

/** A construct that documents do not use, and where it stands in the text. */
export type Refused = { readonly name: ConstructName; readonly start: number; readonly end: number };

/** The place in a template of a range of the text that it made. */
export type PlaceAt = (start: number, end: number) => Place;

/** Nodes that the parser makes, and their constructs; one that is not there is no markup of documents. */
const NODES: { readonly [T in Nodes["type"]]: ConstructName } = {
  blockquote: "quote",
  break: "hardBreak",
  code: "code",
  containerDirective: "directive",
  definition: "definition",
  delete: "strikethrough",
  emphasis: "emphasis",
  footnoteDefinition: "footnote",
  footnoteReference: "footnote",
  heading: "heading",
  html: "html",
  image: "image",
  imageReference: "image",
  inlineCode: "code",
  leafDirective: "directive",
  link: "link",
  linkReference: "definition",
  list: "dashes",
  listItem: "dashes",
  paragraph: "paragraph",
  root: "paragraph",
  strong: "strong",
  table: "table",
  tableCell: "table",
  tableRow: "table",
  text: "paragraph",
  textDirective: "directive",
  thematicBreak: "rule",
  yaml: "unknown",
};

/** Markup that the parser left in the text as it was typed. */
const TYPED: readonly (readonly [name: ConstructName, pattern: RegExp])[] = [
  ["code", /`+[^`\n]*`*/g],
  ["html", /<[a-z/!?][^<>\n]*>?/gi],
  ["entity", /&(?:(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);|(?:nbsp|amp|lt|gt|quot|[lr]aquo|[nm]dash)(?![a-z]))/gi],
  ["strikethrough", /~~+(?:[^~\n]+~~+)?/g],
  ["footnoteAlone", /\[\^[^\]\n]*\]?:?/g],
  ["image", /!(?:\[[^\]\n]*\]?|[\w./-]+\.(?:png|jpe?g|gif|svg|bmp)!)/gi],
  ["linkLost", /\[[^\]\n]*\](?:\([^)\n]*\)?|\[[^\]\n]*\])/g],
  ["rowAlone", /^[ \t]*\|.*$|\|/gm],
  ["setext", /^[ \t]*={3,}[ \t]*$/gm],
  ["headingGlued", /^[ \t]*#+/gm],
  ["unpaired", /\*\*+|(?<=[\p{L}»])\*(?!\/)|(?<!\/)\*(?=[\p{L}«])/gu],
  ["underscored", /__+/g],
  ["directiveLost", /:{2,}/g],
  ...patternsOf(DIALECTS),
];
/** Markup that a paragraph opens with. */
const OPENING = patternsOf(OPENINGS);
/** The first of each line: a file that is indented so has one fault a line. */
const TABS = /(?<=^[^\t\n]*)\t+/gm;
const ANY_TYPED = /[`<&~[|=#*_:]|!\w/;

function patternsOf<N extends ConstructName>(
  dialects: { readonly [name in N]: Dialect },
): (readonly [name: ConstructName, pattern: RegExp])[] {
  return Object.entries<Dialect>(dialects).map(([name, { pattern }]) => [name as N, pattern]);
}

/** What of a parsed text documents do not use, in its order. `source` is what `tree` was parsed from: a finished text, or the words of a template. */
export function refusedMarkup(tree: Root, source: string, what: "finished" | "typed"): Refused[] {
  const tabs = [...source.matchAll(TABS)].map(
    ({ 0: { length }, index }): Refused => ({ name: "tab", start: index, end: index + length }),
  );
  return [...inside(tree, source), ...tabs]
    .filter(({ name }) => {
      const { only = what }: Construct = CONSTRUCTS[name];
      return only === what;
    })
    .sort((a, b) => a.start - b.start);
}

/** The finding of a refused construct. */
export function refusal({ name, start, end }: Refused, source: string, placeAt: PlaceAt): Diagnostic {
  const { title, finding = FINDINGS.TRC3301, instead }: Construct = CONSTRUCTS[name];
  const [written = ""] = source.slice(start, end).replaceAll("\t", "⇥").trimEnd().split("\n");
  const shown = written.replace(/\ue000\d+\ue001/g, "…") || "␣␣";
  const found: Found = {
    message: text(
      `Так в документах не пишут: «${shown}» (${lower(title.ru)})`,
      `Documents are not written so: “${shown}” (${lower(title.en)})`,
    ),
    hints: typeof instead === "function" ? instead(shown) : (instead as Text),
    place: placeAt(start, end),
  };
  return raise(finding, found);
}

function lower(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

function inside(parent: Parents, source: string): Refused[] {
  return parent.children.flatMap((node, index) => [
    ...ofNode(node, { parent, index, source }),
    ...("children" in node ? inside(node as Parents, source) : []),
  ]);
}

type Where = { readonly parent: Parents; readonly index: number; readonly source: string };

function ofNode(node: Nodes, where: Where): Refused[] {
  const [start, end] = rangeOf(node);
  const { source } = where;
  const written = source.slice(start, end);
  const refuse = (name: ConstructName): Refused[] => [{ name, start, end }];
  const name = Object.hasOwn(NODES, node.type) ? NODES[node.type] : "unknown";
  if (name === "hardBreak" && !written.startsWith("\\")) return refuse("spacesAtEnd");
  if ("instead" in CONSTRUCTS[name]) return refuse(name);
  switch (node.type) {
    case "text":
      return ofText(written, start, where);
    case "heading": {
      if (!written.startsWith("#")) return refuse("setext");
      if (where.parent.type === "listItem") return refuse("headingInList");
      if (node.depth !== 2 && node.depth !== 3) return refuse("headingLevel");
      return /[ \t]#+[ \t]*$/.test(written) ? refuse("headingClosed") : [];
    }
    case "emphasis":
    case "strong": {
      if (written.startsWith("_")) return refuse("underscored");
      const within =
        /[\p{L}\p{N}\ue001]/u.test(source.slice(start - 1, start)) || /\d/.test(source.slice(end, end + 1));
      return within ? refuse("numbersStarred") : [];
    }
    case "list":
      return ofList(node, where);
    case "textDirective":
    case "leafDirective":
      return inAttributes(written, start);
    case "containerDirective":
      return /\n[ \t]*:{3,}[ \t]*$/.test(written) ? inAttributes(written, start) : refuse("directiveOpen");
    default:
      return [];
  }
}

function ofText(written: string, start: number, { parent, index, source }: Where): Refused[] {
  const opens = index === 0 && (parent.type === "paragraph" || parent.type === "heading");
  const before = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  // The check box of an item.
  const item = /^\s*(?:[-*+]|\d+\.)[ \t]+(?::id\[[^\]]*\])?$/.test(before);
  const box = item ? (/^[ \t]*\[[ xх]?\](?=\s|$)/i.exec(written)?.[0] ?? "") : "";
  const words = written.slice(box.length);
  const at = start + box.length;
  const within = box !== "" || /\S$/.test(before);
  return [
    ...(opens && !within ? typed(words, at, { within, patterns: OPENING }) : []),
    ...(ANY_TYPED.test(words) || ANY_DIALECT.test(words) ? typed(words, at, { within, patterns: TYPED }) : []),
  ];
}

function ofList(list: List, { parent, index, source }: Where): Refused[] {
  const before = parent.children[index - 1];
  const [start] = rangeOf(list);
  const glued =
    before?.type === "paragraph" &&
    before.position?.end.line === (list.position?.start.line ?? 0) - 1 &&
    !(parent.type === "listItem" && index === 1);
  const numbersInDashes =
    list.ordered === true && parent.type === "listItem" && !isNumber(source.slice(...rangeOf(parent)));
  const name: ConstructName | null = glued ? "listInParagraph" : numbersInDashes ? "numbersInDashes" : null;
  if (name !== null) return [{ name, start, end: lineEnd(source, start) }];
  return list.children.flatMap((item, number) => ofItem(item, number, source));
}

function ofItem(item: ListItem, index: number, source: string): Refused[] {
  const [start] = rangeOf(item);
  const marker = /^(?:(\d+)([.)])|[-*+])/.exec(source.slice(start, start + 12));
  const [mark = "", number, sign] = marker ?? [];
  const refuse = (name: ConstructName): Refused[] => [{ name, start, end: start + mark.length }];
  if (item.children[0]?.type === "list") return [{ name: "markTwice", start, end: lineEnd(source, start) }];
  if (sign === ")") return refuse("bracketNumber");
  if (number !== undefined && Number(number) !== 1 && Number(number) !== index + 1) return refuse("typedNumber");
  return mark === "*" || mark === "+" ? refuse("bullet") : [];
}

function isNumber(item: string): boolean {
  return /^\d/.test(item);
}

/** Signs of markup in a text; those after a backslash are the author's own. */
function typed(
  written: string,
  at: number,
  { within, patterns }: { readonly within: boolean; readonly patterns: typeof TYPED },
): Refused[] {
  // Behind another part of its line a text begins no line.
  const [before, offset] = within ? ["·", at - 1] : ["", at];
  const plain =
    before +
    written
      .replace(/\\[!-/:-@[-`{-~]/g, "··")
      // What stands in an address is no markup.
      .replace(/(?<=https?):\/\/[^\s<>«»]+|(?<![\p{L}\d])www\.[^\s<>«»]+/giu, (address) => "·".repeat(address.length));
  const taken = new Set<number>();
  return patterns.flatMap(([name, pattern]) =>
    [...plain.matchAll(pattern)].flatMap(({ 0: found, index }): Refused[] => {
      const lead = found.length - found.trimStart().length;
      if (taken.has(index + lead)) return [];
      for (let at = index; at < index + found.length; at++) taken.add(at);
      return [{ name, start: offset + index + lead, end: offset + index + found.trimEnd().length }];
    }),
  );
}

/** Character references in the attributes of a directive, which are no text of their own. */
function inAttributes(written: string, offset: number): Refused[] {
  return [...written.matchAll(/(?<=^[^\n]*\{[^}\n]*)&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);(?=[^{\n]*\})/gi)].map(
    ({ 0: found, index }) => ({
      name: "entity",
      start: offset + index,
      end: offset + index + found.length,
    }),
  );
}

function rangeOf(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

function lineEnd(source: string, start: number): number {
  const end = source.indexOf("\n", start);
  return end < 0 ? source.length : end;
}
