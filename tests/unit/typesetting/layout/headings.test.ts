import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../../src/paperwork/document/index.ts";
import { type Flow, sectionHeadings } from "../../../../src/typesetting/flow/index.ts";
import { holdLines, layoutFlow } from "../../../../src/typesetting/layout/index.ts";
import { writeDocx } from "../../../../src/typesetting/writers/docx/index.ts";
import { writePdf } from "../../../../src/typesetting/writers/pdf/index.ts";
import { docxParts } from "../../../support/docx-text.ts";
import { type Bookmark, pdfTags, tagsOf, tagText } from "../../../support/pdf-tags.ts";
import { fonts, paragraph, smallFlow, text } from "../../../support/small-flow.ts";

// The headings of a document are one tree: in the flow, in the tags and bookmarks of the PDF, in the navigation pane of Word.

const kind = (words: string): Block => ({ type: "kind-title", inlines: text(words) });
const title = (words: string): Block => ({ type: "title", align: "center", inlines: text(words) });
const section = (words: string, label: string | null = null): Block => ({
  type: "heading",
  id: words,
  level: 1,
  label,
  list: "body.clauses",
  inlines: text(words),
});
const part = (words: string): Block => ({ ...(section(words) as Extract<Block, { type: "heading" }>), level: 2 });

type Heading = { readonly level: number; readonly words: string };

function ofFlow(flow: Flow): Heading[] {
  return flow.sections.flatMap(sectionHeadings).map(({ outline, label, runs }) => {
    const words = runs.map((run) => (run.type === "break" ? " " : run.text)).join("");
    return { level: outline, words: label === null ? words : `${label.text} ${words}` };
  });
}

/** Where a paragraph says nothing of its level, its style does. */
function ofDocx(bytes: Uint8Array): Heading[] {
  const parts = docxParts(bytes);
  const levelIn = (xml = ""): string | undefined => /<w:outlineLvl w:val="(\d)"\/>/.exec(xml)?.[1];
  const styles = new Map(
    [...(parts.get("word/styles.xml") ?? "").matchAll(/<w:style [^>]*w:styleId="([^"]+)">.*?<\/w:style>/gs)].map(
      ([xml, id = ""]) => [id, levelIn(xml)],
    ),
  );
  return [...(parts.get("word/document.xml") ?? "").matchAll(/<w:p>.*?<\/w:p>/gs)].flatMap(([xml]) => {
    const level = levelIn(xml) ?? styles.get(/<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? "");
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, one]) => one).join("");
    return level === undefined ? [] : [{ level: Number(level) + 1, words }];
  });
}

function ofBookmarks(items: readonly Bookmark[], level = 1): Heading[] {
  return items.flatMap((one) => [{ level, words: one.title }, ...ofBookmarks(one.items, level + 1)]);
}

async function everywhere(blocks: readonly Block[], annexes: readonly (readonly Block[])[] = []) {
  const layout = layoutFlow(smallFlow(blocks, { annexes }), fonts);
  const pdf = await pdfTags(await writePdf(layout, layout.flow, fonts));
  const tags = tagsOf(pdf.root, /^H\d$/).map((tag) => ({ level: Number(tag.role[1]), words: tagText(tag) }));
  const docx = ofDocx(await writeDocx(holdLines(layout, fonts), fonts));
  return { flow: ofFlow(layout.flow), tags, bookmarks: ofBookmarks(pdf.bookmarks), docx };
}

describe("the headings of a document", () => {
  it("are its kind and title, its sections under them, and annexes with theirs", async () => {
    const { flow, tags, bookmarks, docx } = await everywhere(
      [kind("ПОЛОЖЕНИЕ"), title("о центре"), section("Общие положения", "1."), part("Термины"), paragraph("Текст.")],
      [[{ type: "annex-mark", lines: [text("Приложение")] }, title("Перечень"), part("Школы"), paragraph("Текст.")]],
    );
    const expected = [
      { level: 1, words: "ПОЛОЖЕНИЕ" },
      { level: 1, words: "о центре" },
      { level: 2, words: "1. Общие положения" },
      { level: 3, words: "Термины" },
      { level: 1, words: "Перечень" },
      { level: 2, words: "Школы" },
    ];
    expect(flow).toEqual(expected);
    expect(tags).toEqual(expected);
    expect(bookmarks).toEqual(expected);
    // Word writes the number itself.
    expect(docx).toEqual(expected.map(({ level, words }) => ({ level, words: words.replace("1. ", "") })));
  });

  it("of a letterhead in the corner stand in its table", async () => {
    const corner: Block = {
      type: "letterhead",
      form: "corner",
      lines: [{ role: "organisation", inlines: text("Школа") }],
    };
    const { flow, tags, bookmarks } = await everywhere([corner, kind("ПРИКАЗ"), title("О плане"), paragraph("Текст.")]);
    expect(flow.map(({ words }) => words)).toEqual(["ПРИКАЗ", "О плане"]);
    expect(tags).toEqual(flow);
    expect(bookmarks).toEqual(flow);
  });

  it("are the same tree everywhere, none of whose levels is skipped", async () => {
    const block = fc.constantFrom(
      kind("ВИД"),
      title("заголовок"),
      section("Раздел"),
      part("Часть"),
      paragraph("Текст."),
    );
    const blocks = fc.array(block, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(blocks, fc.array(blocks, { maxLength: 2 }), async (body, annexes) => {
        const { flow, tags, bookmarks, docx } = await everywhere(
          [...body, paragraph("Конец.")],
          annexes.map((one) => [kind("ПРИЛОЖЕНИЕ"), ...one]),
        );
        for (const [index, { level }] of flow.entries())
          expect(level).toBeLessThanOrEqual((flow[index - 1]?.level ?? 0) + 1);
        expect([tags, bookmarks, docx]).toEqual([flow, flow, flow]);
      }),
      { numRuns: 25 },
    );
  });
});
