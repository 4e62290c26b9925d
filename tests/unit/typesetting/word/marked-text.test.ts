import { describe, expect, it } from "vitest";
import { type MarkedParagraph, readMarked, redlineDocx } from "../../../../src/typesetting/word/index.ts";
import { docx, p, table } from "./word-files.ts";

const SIGNS = { same: "", inserted: "+", deleted: "-", moveTo: ">", moveFrom: "<" } as const;

/** «{-старое-}{+новое+}» of a paragraph, with its number. */
function shown({ label, runs }: MarkedParagraph): string {
  const words = runs.map(({ text, fate }) => (fate === "same" ? text : `{${SIGNS[fate]}${text}${SIGNS[fate]}}`));
  return [label, words.join("")].filter((part) => part !== "").join(" ");
}

function lines(before: Uint8Array, after: Uint8Array): string[] {
  const { sections, around } = readMarked(redlineDocx(before, after));
  const said = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === "paragraph"
        ? [shown(block)]
        : block.rows.map((cells) => cells.map(({ paragraphs }) => paragraphs.map(shown).join("/")).join(" | ")),
    ),
  );
  return [...said, ...around.map(shown)];
}

describe("a redline as it is read", () => {
  it("shows what came, what went and what was moved, each as such", () => {
    const moved = p("Контроль за исполнением приказа оставляю за собой.");
    expect(
      lines(
        docx(
          p("Срок до 19 сентября.") + p("Школа участвует.") + moved + p("Конец первой части приказа.") + p("Директор"),
        ),
        docx(
          p("Срок до 22 сентября.") + p("Школа участвует.") + p("Конец первой части приказа.") + moved + p("Директор"),
        ),
      ),
    ).toEqual([
      "Срок до {-19-}{+22+} сентября.",
      "Школа участвует.",
      "{<Контроль за исполнением приказа оставляю за собой.<}",
      "Конец первой части приказа.",
      "{>Контроль за исполнением приказа оставляю за собой.>}",
      "Директор",
    ]);
  });

  it("has rows of tables, and headers and notes where they changed", () => {
    const note = (text: string): string => `<w:footnote w:id="1">${p(text)}</w:footnote>`;
    const noted =
      '<w:p><w:r><w:t>Показатель</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t> высок.</w:t></w:r></w:p>';
    const [one, other] = [
      ["1", "Олимпиады"],
      ["2", "Семинары и практикумы"],
    ] as const;
    expect(
      lines(
        docx(table([one]) + noted, { header: p("Проект"), notes: note("За год.") }),
        docx(table([one, other]) + noted, { header: p("Редакция"), notes: note("За год.") }),
      ),
    ).toEqual([
      ...["1 | Олимпиады", "{+2+} | {+Семинары и практикумы+}", "Показатель¹ высок."],
      ...["¹ За год.", "{-Проект-}{+Редакция+}"],
    ]);
  });

  it("numbers what stays and comes as the later file does, what went as the earlier one did", () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const clause = (text: string): string =>
      p(text).replace("<w:p>", '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>');
    const file = (...texts: string[]): Uint8Array => docx(texts.map(clause).join(""), { numbering });
    expect(
      lines(
        file("Создать группу.", "Выделить кабинет школы.", "Известить базовые организации."),
        file("Создать группу.", "Известить базовые организации.", "Контроль оставляю за собой."),
      ),
    ).toEqual([
      ...["1. Создать группу.", "2. {-Выделить кабинет школы.-}"],
      ...["2. Известить базовые организации.", "3. {+Контроль оставляю за собой.+}"],
    ]);
  });
});
