import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TYPOGRAPHY_RULES } from "../../../../src/language/index.ts";
import type { Construct } from "../../../../src/typesetting/markup/construct.ts";
import { CONSTRUCTS } from "../../../../src/typesetting/markup/constructs.ts";
import { parseMarkdown } from "../../../../src/typesetting/markup/parse-markdown.ts";
import { refusedMarkup } from "../../../../src/typesetting/markup/refused-markup.ts";
import { eventsOf } from "../../../support/markdown-events.ts";
import { render } from "../../../support/render.ts";
import { runs } from "../../../support/runs.ts";
import { constructOf } from "../../../support/token-constructs.ts";

const OFF = { typographyOff: new Set(TYPOGRAPHY_RULES) };

/** Every text of the tree, in order, without numbers and dashes that the program sets. */
function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join("\n");
  if (typeof node !== "object" || node === null) return "";
  const { text, caption, note } = node as { readonly [name in "text" | "caption" | "note"]?: unknown };
  if ("type" in node && node.type === "blank" && "label" in node) return String(node.label);
  if (typeof text === "string") return `${text}${wordsOf(note)}`;
  if (typeof caption === "string") return `${caption}\n${wordsOf({ ...node, caption: null })}`;
  return Object.values(node).map(wordsOf).join("\n");
}

/** Signs that Markdown is written with: no reader sees them, or sees the number and the dash that the program sets. */
const SIGNS = new Set(
  ["listItemPrefix", "atxHeadingSequence", "tableDelimiterRow", "tableCellDivider", "emphasisSequence"].concat([
    "strongSequence",
    "escapeMarker",
  ]),
);

function withoutSigns(source: string): string {
  const units = source.split("");
  for (const [what, { type, start, end }] of eventsOf(source)) {
    // A cell of the sign < or ^ alone is merged with its neighbour.
    const merged = /^table(Data|Header)$/.test(type) && /^\s*[<^]\s*$/.test(source.slice(start.offset, end.offset));
    if (what === "enter" && (SIGNS.has(type) || merged)) units.fill("", start.offset, end.offset);
  }
  return units.join("");
}

const seen = (text: string): string => text.replace(/\s/gu, "");
const words = (text: string): string => text.replace(/[^а-яё]/gi, "");

const signs = fc.string({
  unit: fc.constantFrom(..."абвЯё59.,;()№«»–!?%+=/'\"~&<>`[]#-*_|\\", " ", "\n"),
  maxLength: 30,
});
const PIECES = ["слово", "а", "5", " ", "\n", "\n\n", "1. ", "- ", "**", "*", "\\", "|", "   ", "## ", "&", ")", "№"];
const RARE = [
  "2. ",
  "2025. ",
  "| а | б |\n|---|---|\n",
  "| в | г |",
  "[",
  "](",
  "~~",
  "`",
  "<",
  "#",
  "---",
  "===",
  "x",
];
const pieces = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.constantFrom(...RARE));
const markdown = fc.oneof(
  signs,
  fc.array(pieces, { minLength: 2, maxLength: 14 }).map((parts) => parts.join("")),
);

const EXAMPLES: readonly Construct[] = Object.values(CONSTRUCTS);
const USED = [
  ...EXAMPLES.filter(({ instead }) => instead === undefined).map(({ example }) => example),
  "::kind[ПРИКАЗ]",
  "::resolve[приказываю:]",
  ":::center\nв середине\n:::",
  "::::keep\n:::right\nвместе\n:::\n::::",
  "слово:br и слово :blank{width=5}",
  "::pagebreak",
  ":::signature\n::post[директор]\n::name[Петров]\n:::",
  "| а |\n|---|\n| :group[раздел] |\n| :total[итого] ещё |",
  ':::table{caption="подпись"}\n| а |\n|---|\n| б |\n:::',
  ":::paren\n- первое\n\n  слова\n- второе\n:::",
  ":::acquaintance\n::heading[с приказом]\n::person[Иванов]\n::post[учитель]\n:::",
  "**слово** *слово*",
  "1. пункт\n\n   абзац\n\n   | а |\n   |---|\n   | б |\n\n   - строка",
  "- строка\n  продолжение\n\n  абзац\n  - внутри",
];
const WRONG = [
  ...EXAMPLES.filter(({ instead }) => instead !== undefined).map(({ example }) => example),
  "::kind[ПРИКАЗ]{align=center}",
  "::: center\nс пробелом\n:::",
  ":::",
  ":br[слово]",
  "::pagebreak[слово]",
  ":::signature\n::post[директор]\n::name[Петров]\n::name[Иванов]\n:::",
  ":::signature\nслова\n:::",
  "| а | б |\n|---|---|\n| :group[раздел] | слово |",
  ":::table\nслова\n:::",
  ":::acquaintance\n::post[учитель]\n::person[Иванов]\n:::",
  "слово::слово",
];
const blocks = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...USED) }, fc.constantFrom(...WRONG)),
      fc.oneof({ weight: 4, arbitrary: fc.constant("\n\n") }, fc.constantFrom("\n", " ", "\n\n- ", "\n\n1. ", "\n   ")),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.flat().join(""));

describe("of any text", () => {
  it("every visible character stands in the tree in its place, or a finding names a place", () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { value, diagnostics } = render(source, OFF);
        if (diagnostics.length === 0) expect(seen(wordsOf(value?.body.blocks))).toBe(seen(withoutSigns(source)));
      }),
      { numRuns: runs(1200, 12_000) },
    );
  });

  it("every word stands in the tree in its place, whatever constructs and directives it stands in, or a finding names a place", () => {
    fc.assert(
      fc.property(blocks, (source) => {
        const { value, diagnostics } = render(source, OFF);
        if (diagnostics.length === 0) expect(words(wordsOf(value?.body.blocks))).toBe(words(source));
      }),
      { numRuns: runs(800, 8000) },
    );
  });

  it("a construct that documents do not use is found whenever the parser sees one", () => {
    const refused = (type: string): boolean => (CONSTRUCTS[constructOf(type)] as Construct).instead !== undefined;
    fc.assert(
      fc.property(fc.oneof(markdown, blocks), (source) => {
        const types = eventsOf(source).map(([, { type }]) => type);
        const wrong = types.filter(refused);
        if (wrong.length > 0) expect([wrong, render(source, OFF).diagnostics.length > 0]).toEqual([wrong, true]);
      }),
      { numRuns: runs(800, 8000) },
    );
  });

  it("what a template may not say whatever stands around it is found in a branch that no record reaches", () => {
    fc.assert(
      fc.property(fc.oneof(markdown, blocks), (source) => {
        const typed = refusedMarkup(parseMarkdown(`${source}\n`), `${source}\n`, "typed");
        const found = render(`{{#if no}}\n${source}\n{{/if}}`, { variables: { no: false } }).diagnostics;
        expect(found.map(({ place }) => place?.start.line)).toEqual(
          typed.map(({ start }) => source.slice(0, start).split("\n").length + 1),
        );
      }),
      { numRuns: runs(500, 8000) },
    );
  });
});
