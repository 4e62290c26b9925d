import { describe, expect, it } from "vitest";
import { type Block, documentLines, documentTexts, type Inline } from "../../../../src/paperwork/document/index.ts";
import { PublicEdition } from "../../../../src/project/editions/index.ts";
import { publicTree } from "../../../../src/project/editions/public-tree.ts";
import { redactionsOf } from "../../../../src/project/editions/redaction-log.ts";
import type { PublicWording } from "../../../../src/project/editions/wording.ts";
import { dossierOf } from "../../../support/plain-dossier.ts";
import { paragraph, smallModel } from "../../../support/small-flow.ts";

const wording: PublicWording = {
  title: "публичная редакция",
  running: "Публичная редакция",
  runningCopy: "Публичная редакция. Копия – в деле № {{caseIndex}}",
  runningWithoutCase: "Публичная редакция",
  signature: "(подпись)",
  masked: "…",
  namedPosts: [],
  blocks: { executor: "исполнитель", acquaintance: "ознакомление", picture: "картинка", signature: "подпись" },
  grounds: {
    kind: "вид",
    restriction: "гриф",
    noConsent: "нет согласия",
    consentLater: "согласие позже",
    consentEnded: "согласие истекло",
    initials: "инициалы",
    mask: "скрыто",
    drop: "не подлежит публикации",
    properties: {},
  },
};

describe("the tree of a public document", () => {
  const secret = "Для служебного пользования";
  /** What a later version of the program may bring, and this edition has not decided about. */
  const stamp = { type: "stamp", lines: [[{ type: "text", text: secret }]] } as unknown as Block;
  const inline = { type: "secret", text: secret } as unknown as Inline;

  it("holds no block and no inline that the edition has no line for, and the log of redactions says so", () => {
    const text: Inline = { type: "text", text: "Слово" };
    const nested: Block = {
      ...paragraph(""),
      inlines: [{ type: "strong", children: [text, inline] }, inline],
    } as Block;
    const { model, withheld } = publicTree(smallModel([stamp, paragraph("Текст."), nested]), wording, "Колонтитул");
    expect(documentTexts(model).join(" ")).not.toContain(secret);
    expect(model.body.blocks.map(({ type }) => type)).toEqual(["paragraph", "paragraph"]);
    expect(withheld).toEqual(["secret", "stamp"]);
    expect(redactionsOf([], withheld, wording, () => "noConsent")).toMatchObject([
      { what: "block", property: "secret", shown: "nothing", ground: "не подлежит публикации" },
      { what: "block", property: "stamp", shown: "nothing", ground: "не подлежит публикации" },
    ]);
  });

  it("is refused where the document has a mark of restricted access", () => {
    const mark: Block = { type: "restriction", lines: [[{ type: "text", text: secret }]] };
    const edition = new PublicEdition(dossierOf({}), wording).document("2025-09-05");
    const place = { file: "content/orders/1.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const codes = (body: readonly Block[], annexes: readonly (readonly Block[])[]): unknown => {
      const { model } = edition.publish(smallModel(body, { annexes }), "Имя", "Колонтитул");
      const found = edition.leaks({ model, name: "Имя" }, [], { recordPlace: place, template: "body.hbs" });
      return found.map((one) => [one.code, one.severity, one.place?.file]);
    };
    const refused = [["TRC6509", "error", place.file]];
    expect(codes([mark, paragraph("Текст.")], [])).toEqual(refused);
    expect(codes([paragraph("Текст.")], [[mark]])).toEqual(refused);
    expect(codes([paragraph("Текст.")], [[paragraph("Текст.")]])).toEqual([]);
  });

  it("is searched for leaks whatever a block keeps its words in", () => {
    const odd = { type: "stamp", form: secret, role: secret } as unknown as Block;
    expect(documentTexts(smallModel([odd])).filter((text) => text === secret)).toHaveLength(2);
  });

  it("withholds what stands in a merged cell and leaves the cell, its rows and columns where they are", () => {
    const cell = (inlines: Inline[], rest: object = {}): object => ({
      paragraphs: [inlines],
      span: 1,
      align: "left",
      ...rest,
    });
    const word: Inline = { type: "text", text: "слово" };
    const rows = [
      { kind: "data", cells: [cell([inline], { rows: 2 }), cell([word, inline], { span: 2 })] },
      { kind: "data", cells: [{ paragraphs: [], span: 1, rows: 0, align: "left" }, cell([word]), cell([word])] },
    ];
    const table = {
      type: "table",
      caption: "Таблица 1",
      number: "1",
      widths: null,
      header: [],
      rows,
    } as unknown as Block;
    const { model, withheld } = publicTree(smallModel([table]), wording, "Колонтитул");
    expect(withheld).toEqual(["secret"]);
    expect(documentLines(model)).toEqual(["Таблица 1", " | слово", " | слово | слово"]);
    expect(model.body.blocks[0]).toMatchObject({
      rows: [{ cells: [{ rows: 2, paragraphs: [[]] }, { span: 2 }] }, { cells: [{ rows: 0, paragraphs: [] }, {}, {}] }],
    });
  });
});
