import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TYPOGRAPHY_RULES } from "../../../../src/language/index.ts";
import { type Block, inlinesText } from "../../../../src/paperwork/document/index.ts";
import { blocks, findings, render } from "../../../support/render.ts";

const TEMPLATE = `## :id[first] {{value}}

1. Пункт {{value}}

Абзац {{value}} и ещё.

::title[{{value}}]

- {{value}}

:::signature
::post[{{value}}]
::name[{{value}}]
:::

:::table{widths="1 2" caption="{{value}}"}
| Графа | Вторая |
|---|---|
| {{value}} | х |
| :total[{{value}}] | {{value}} |
:::

:::approval{side=right word="{{value}}"}
::line[{{value}}]
:::
`;

/** Shapes that would mean something to Markdown, Handlebars, XML, Word or a file system. */
const HOSTILE = [
  "# Заголовок",
  "1. пункт",
  "- строка",
  "| a | b |",
  ":::signature",
  "::title[x]",
  ":ref[first]",
  ":br",
  "{{constructor}}",
  "{{{x}}}",
  "<w:p/>",
  "<script>",
  "]]>",
  "&amp;",
  "[x](http://y)",
  "![i](j)",
  "*жирный*",
  "_курсив_",
  "`код`",
  "***",
  "---",
  "> цитата",
  "\\",
  "\\n",
  "$1",
  "%s",
  '=HYPERLINK("x")',
  "{ PAGE }",
  "../../etc/passwd",
  "\u200b\u200e\u200f",
  "\ue000\ue001\ue002",
  "\ue0000\ue001",
  "№ 5",
  "2025 г.",
  "  пробелы  ",
  "«ёлочки»",
  "",
];

const strings = fc
  .oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join(" ")),
    fc.string({ unit: fc.constantFrom(..."#|:*_[](){}<>&\\`\"'-+.!~=1 \u00a0\ue000\ue001\ue002"), maxLength: 40 }),
  )
  .filter(
    (value) =>
      !/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/.test(value) &&
      Buffer.from(value).toString() === value,
  );

/** The tree without its words: what must not depend on a value. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return typeof value === "string" ? "" : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) => key !== "inlines" && key !== "paragraphs" && key !== "lines" && key !== "post" && key !== "name",
      )
      .map(([key, child]) => [key, shape(child)]),
  );
}

function textsOf(tree: readonly Block[]): string[] {
  return tree.flatMap((block): string[] => {
    switch (block.type) {
      case "heading":
      case "clause":
      case "item":
      case "paragraph":
      case "title":
        return [inlinesText(block.inlines)];
      case "signature":
        return [...block.post, block.name].map(inlinesText);
      case "table":
        return [
          block.caption ?? "",
          ...block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map(inlinesText))),
        ];
      case "approvals":
        return [block.right?.word ?? "", ...(block.right?.lines ?? []).map(inlinesText)];
      default:
        return [];
    }
  });
}

/** What a value becomes: line ends are breaks, a tab is a space. */
function kept(value: string): string {
  return value.replace(/\r\n|\r/g, "\n").replaceAll("\t", " ");
}

describe("a value", () => {
  it("survives unchanged wherever it stands and never becomes structure", () => {
    const typographyOff = new Set(TYPOGRAPHY_RULES);
    const plain = blocks(TEMPLATE, { variables: { value: "слово" }, typographyOff });
    fc.assert(
      fc.property(
        strings.filter((value) => value.trim() !== ""),
        (value) => {
          const tree = blocks(TEMPLATE, { variables: { value }, typographyOff });
          expect(shape(tree)).toEqual(shape(plain));
          const expected = textsOf(plain).map((text) => text.replaceAll("слово", () => kept(value)));
          expect(textsOf(tree).map((text) => text.trim())).toEqual(expected.map((text) => text.trim()));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps its own spaces at both ends inside a paragraph", () => {
    expect(
      inlinesText(
        (blocks("Слово {{value}}", { variables: { value: "  х  " } })[0] as Extract<Block, { type: "paragraph" }>)
          .inlines,
      ),
    ).toBe("Слово   х  ");
  });

  it("may be 10,000 characters long", () => {
    const value = "слово # | ".repeat(1000);
    expect(textsOf(blocks("{{value}}", { variables: { value } })).join("")).toBe(value);
  });

  it.each(["\u0000", "\u0007", "\u001b", "\uffff", "\ud800", "\u202e", "\u2066"])(
    "with a character that no document can hold (%j) is an error at the output",
    (character) => {
      expect(findings("Строка\n\n{{value}}", { variables: { value: `а${character}б` } })).toEqual(["TRC3213:3"]);
    },
  );

  it("is set by the same typography as the words around it, across what is bold", () => {
    const [block] = blocks("в **{{value}}** № {{number}}", { variables: { value: "г. Смоленск", number: "5" } });
    expect(textsOf(block === undefined ? [] : [block])).toEqual(["в\u00a0г.\u00a0Смоленск №\u00a05"]);
  });

  it("in an unfinished list gets the mark that its place asks for, unless it has one", () => {
    const items = (value: string): string[] => textsOf(blocks("- {{value}}\n- {{value}}", { variables: { value } }));
    expect(items("план")).toEqual(["план;", "план."]);
    expect(items("план!")).toEqual(["план!", "план!"]);
  });

  it("that is empty leaves no paragraph behind", () => {
    expect(render("{{value}}", { variables: { value: "" } }).value?.body.blocks).toEqual([]);
  });

  it("after a directive without a space is still a value", () => {
    const [block] = blocks("а:br{{value}} и:{{value}}", { variables: { value: "1." } });
    expect(textsOf(block === undefined ? [] : [block])).toEqual(["а\n1. и:1."]);
  });
});
