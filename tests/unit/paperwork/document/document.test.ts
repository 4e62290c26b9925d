import { describe, expect, it } from "vitest";
import { type DocumentModel, digestDocument, inlinesText } from "../../../../src/paperwork/document/index.ts";
import { render } from "../../../support/render.ts";

function tree(source: string): DocumentModel {
  const { value } = render(source);
  if (value === undefined) throw new Error(source);
  return value;
}

describe("the digest of a tree", () => {
  it("is the same for the same words and another for any other", () => {
    const digest = digestDocument(tree("Текст приказа"));
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(digestDocument(tree("Текст\nприказа"))).toBe(digest);
    for (const other of [
      "Текст  приказа.",
      "Текст Приказа",
      "**Текст** приказа",
      "- Текст приказа",
      "## Текст приказа",
    ])
      expect(digestDocument(tree(other))).not.toBe(digest);
  });

  it("does not depend on the order in which properties were set", () => {
    const { meta, body, annexes } = tree("Текст");
    expect(
      digestDocument({ annexes, body, meta: Object.fromEntries(Object.entries(meta).reverse()) as typeof meta }),
    ).toBe(digestDocument({ meta, body, annexes }));
  });
});

describe("the text of a paragraph", () => {
  it("goes through emphasis, breaks and blanks", () => {
    expect(
      inlinesText([
        { type: "text", text: "а " },
        { type: "strong", children: [{ type: "emphasis", children: [{ type: "text", text: "б" }] }] },
        { type: "break" },
        { type: "blank", widthMm: 40 },
        { type: "reference", target: "x", text: "1.2" },
      ]),
    ).toBe("а б\n1.2");
  });
});
