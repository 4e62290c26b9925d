import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentLines, documentTexts, type Inline } from "../../../../src/paperwork/document/index.ts";
import { blocks, findings, render } from "../../../support/render.ts";
import { runs } from "../../../support/runs.ts";

const inlinesOf = (source: string, variables = {}): readonly Inline[] => {
  const [block] = blocks(source, { variables });
  return block?.type === "paragraph" ? block.inlines : [];
};
const links = (source: string, variables = {}): string[] =>
  inlinesOf(source, variables).flatMap((one) => (one.type === "link" ? one.href : []));

describe("a link of a template", () => {
  it("leads to a site or a mailbox, out of the template or a record", () => {
    expect(links("[сайт](https://example.org/a?b=1&c=2), <http://example.org>, <school@example.org>")).toEqual([
      "https://example.org/a?b=1&c=2",
      "http://example.org/",
      "mailto:school@example.org",
    ]);
    expect(links("<https://xn--e1afmkfd.xn--p1ai/a__b~~c>, [а](https://xn--e1afmkfd.xn--p1ai/)")).toHaveLength(2);
    expect(links("https://xn--e1afmkfd.xn--p1ai/a--b__c, www.xn--a.example, school@example.org")).toEqual([]);
    expect(links("[{{mail}}](mailto:{{mail}})", { mail: "school@example.org" })).toEqual(["mailto:school@example.org"]);
    expect(links("[сайт](https://пример.рф/путь)")).toEqual(["https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"]);
  });

  it.each([
    ["a script", "[а](javascript:alert)"],
    ["a file", "[а](file:///etc/passwd)"],
    ["data", "[а](data:text/html,x)"],
    ["a path", "[а](../a.docx)"],
    ["a place in a page", "[а](#section)"],
    ["a host alone", "[а](//example.org)"],
    ["nowhere", "[а]()"],
    ["a secret", "[а](https://user:word@example.org)"],
    ["two mailboxes", "[а](mailto:a@b.example,c@d.example@e)"],
    ["a title that nobody sees", '[а](https://example.org "слова")'],
    ["without words", "[](https://example.org)"],
  ])("is refused: %s", (_what, source) => {
    expect(findings(`Слово.\n\n${source}`)).toEqual(["TRC3322:3"]);
  });

  it("is refused where a value of a record makes it another one", () => {
    expect(findings("[а]({{value}})", { variables: { value: "javascript:alert(1)" } })).toEqual(["TRC3322:1"]);
  });

  it("never leads elsewhere, whatever a record holds", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.constantFrom("", "mailto:", "https://", "javascript:"),
        (end, start) => {
          const { value } = render("[а]({{value}})", { variables: { value: start + end } });
          const [block] = value?.body.blocks ?? [];
          for (const one of block?.type === "paragraph" ? block.inlines : [])
            if (one.type === "link") expect(one.href).toMatch(/^(https?:\/\/[^/]|mailto:[^@]+@)[!-~]*$/);
        },
      ),
      { numRuns: runs(300, 5000) },
    );
  });

  it("is said in the plain text where its words do not say it, and is looked through for what may not be published", () => {
    const { value } = render("[сайт](https://example.org/a) и [school@example.org](mailto:school@example.org)");
    if (value === undefined) throw new Error("no document");
    expect(documentLines(value)).toEqual(["сайт <https://example.org/a> и\u00a0school@example.org"]);
    expect(documentTexts(value)).toContain("https://example.org/a");
    const hidden = render("[пишите](mailto:%73chool@example.org)").value;
    expect(hidden && documentTexts(hidden)).toContain("school@example.org");
  });

  it("to an annex with a number is made by the program", () => {
    const annexes = ["a", "b"].map((id) => ({ id, title: id, source: "Текст." }));
    const { value } = render("Приложения:annex[a],:annex[b].", { annexes });
    const [block] = value?.body.blocks ?? [];
    expect(block).toMatchObject({
      inlines: [{}, { type: "link", href: "#annex-a", children: [{ text: "№\u00a01" }] }, {}, { href: "#annex-b" }, {}],
    });
  });
});
