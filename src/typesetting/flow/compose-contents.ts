import { type ContentsBlock, type DocumentModel, inlinesText, type Section } from "../../paperwork/document/index.ts";
import type { ComposeContext, ContentsEntry } from "./compose-context.ts";
import type { FlowBlock, FlowParagraph } from "./flow.ts";
import { paragraph, styled, textRun } from "./paragraph.ts";

/** Whether the body holds a table of contents. */
export function hasContents(model: DocumentModel): boolean {
  return model.body.blocks.some(({ type }) => type === "contents");
}

/** Numbered headings of the body, then the annexes: «1. Общие сведения», «Приложение № 1. Выполнение плана». */
export function contentsOf(model: DocumentModel): ContentsEntry[] {
  const headings = model.body.blocks.flatMap((block): ContentsEntry[] =>
    block.type === "heading" && block.level === 1
      ? [{ target: block.id, text: [block.label ?? "", inlinesText(block.inlines)].filter(Boolean).join(" ") }]
      : [],
  );
  return [...headings, ...model.annexes.map((annex) => ({ target: annex.id, text: annexText(annex) }))];
}

/** The mark of the annex is its name, as the template words it. */
function annexText(annex: Section): string {
  const mark = annex.blocks.find((block) => block.type === "annex-mark")?.lines[0];
  return mark === undefined ? annex.title : `${inlinesText(mark)}. ${annex.title}`;
}

/** The title and a line for each entry; pages are filled in when they are known. */
export function composeContents(block: ContentsBlock, context: ComposeContext): FlowBlock[] {
  const title = block.title.length === 0 ? [] : [styled("contents-title", block.title, context)];
  return [
    ...title,
    ...context.contents.map(
      ({ target, text }): FlowParagraph => ({
        ...paragraph("contents-entry", [textRun(text)]),
        role: "contents",
        leader: { target, text: "" },
      }),
    ),
  ];
}

/** The first paragraph of an annex is where the contents lead to, and its place in the outline. */
export function openAnnex(blocks: readonly FlowBlock[], id: string, { targets }: ComposeContext): FlowBlock[] {
  const first = blocks.findIndex((block) => block.type === "paragraph");
  if (first < 0 || !targets.has(id)) return [...blocks];
  return blocks.map((block, index) =>
    index === first && block.type === "paragraph" ? { ...block, bookmark: id, outline: 1 } : block,
  );
}
