import type { Token } from "mdast-util-from-markdown";
import type { ConstructName } from "../../src/typesetting/markup/constructs.ts";

/** Which construct the tokens of the parser belong to, by how their names begin; the longest beginning holds. */
const TOKENS = {
  atxHeading: "heading",
  attentionSequence: "paragraph",
  autolink: "link",
  blockQuote: "quote",
  characterEscape: "escape",
  characterReference: "entity",
  chunk: "paragraph",
  code: "code",
  codeIndented: "indent",
  content: "paragraph",
  data: "paragraph",
  definition: "definition",
  // The colon of a footnote, too; an address of a link is known by its other tokens.
  definitionMarker: "paragraph",
  directive: "directive",
  emphasis: "emphasis",
  escapeMarker: "escape",
  gfmFootnote: "footnote",
  hardBreak: "hardBreak",
  html: "html",
  image: "image",
  label: "link",
  labelImage: "image",
  line: "paragraph",
  link: "link",
  listItem: "dashes",
  listOrdered: "clauses",
  listUnordered: "dashes",
  paragraph: "paragraph",
  reference: "definition",
  resource: "link",
  setext: "setext",
  space: "paragraph",
  strong: "strong",
  table: "table",
  thematicBreak: "rule",
  whitespace: "paragraph",
} as const satisfies { readonly [start: string]: ConstructName };

type Start = keyof typeof TOKENS;

/** Tokens that begin like none of the table: a parser that brings new ones does not compile until they are decided on. */
type Undecided = Exclude<Token["type"], `${Start}${string}`>;
const STARTS: [Undecided] extends [never] ? readonly Start[] : never = (Object.keys(TOKENS) as Start[]).sort(
  (one, other) => other.length - one.length,
);

/** The construct that a token of the parser belongs to. */
export function constructOf(token: string): ConstructName {
  const start = STARTS.find((one) => token.startsWith(one));
  return start === undefined ? "unknown" : TOKENS[start];
}
