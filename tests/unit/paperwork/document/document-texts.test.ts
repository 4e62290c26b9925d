import { describe, expect, it } from "vitest";
import { type DocumentModel, documentTexts, type Inlines } from "../../../../src/paperwork/document/index.ts";

function model(inlines: Inlines): DocumentModel {
  return {
    meta: {
      id: "x.1",
      kind: "x",
      title: "",
      number: null,
      date: null,
      author: "",
      language: "ru-RU",
      profile: "",
      variant: "",
    },
    body: {
      id: "",
      role: "body",
      number: null,
      title: "",
      orientation: "portrait",
      blocks: [{ type: "paragraph", role: "text", inlines }],
    },
    annexes: [],
  };
}

describe("documentTexts", () => {
  it("gives a paragraph whole, whatever its inlines: a name that a draft marks is not parted", () => {
    const text = (words: string): Inlines[number] => ({ type: "text", text: words });
    const inlines: Inlines = [
      text("поручить "),
      { type: "unconfirmed", children: [text("Горошку")] },
      text(" "),
      { type: "strong", children: [text("И. И.")] },
    ];
    expect(documentTexts(model(inlines))).toContain("поручить Горошку И. И.");
  });
});
