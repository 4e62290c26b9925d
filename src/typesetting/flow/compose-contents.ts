import { type Block, type ContentsBlock, type DocumentModel, inlinesText } from "../../paperwork/document/index.ts";
import type { ComposeContext, ContentsEntry } from "./compose-context.ts";
import { type FlowBlock, type FlowParagraph, type FlowSection, isEntry } from "./flow.ts";
import { paragraph, styled, textRun } from "./paragraph.ts";

/** Whether the body holds a table of contents. */
export function hasContents(model: DocumentModel): boolean {
  return model.body.blocks.some(({ type }) => type === "contents");
}

/** Ids of what a table of contents leads to: headings of the body and annexes. */
export function contentsTargets({ body, annexes }: DocumentModel): string[] {
  return [...body.blocks.flatMap((block) => (isListed(block) ? [block.id] : [])), ...annexes.map(({ id }) => id)];
}

/**
 * Numbered headings of the body, then the annexes: «1. Общие сведения», «Выполнение плана». Each says what its paragraph says, because
 * a word processor that makes the table anew has nothing else to go by.
 */
export function contentsOf({ body }: DocumentModel, annexes: readonly FlowSection[]): ContentsEntry[] {
  const headings = body.blocks.flatMap((block): ContentsEntry[] =>
    isListed(block)
      ? [
          {
            target: block.id,
            level: 2,
            text: [block.label ?? "", inlinesText(block.inlines).replaceAll("\n", " ")].filter(Boolean).join(" "),
          },
        ]
      : [],
  );
  const opened = annexes.filter(({ goesOn }) => goesOn !== true);
  return [...headings, ...opened.map((annex) => ({ target: annex.id, level: 1, text: annexText(annex) }))];
}

function isListed(block: Block): block is Extract<Block, { readonly type: "heading" }> {
  return block.type === "heading" && block.level === 1;
}

function annexText({ id, title, blocks }: FlowSection): string {
  const opening = blocks.find((block) => block.type === "paragraph" && block.bookmark === id);
  if (opening?.type !== "paragraph") return title;
  return opening.runs.map((run) => (run.type === "break" ? " " : run.text)).join("");
}

/** The title and a line for each entry; pages are filled in when they are known. */
export function composeContents(block: ContentsBlock, context: ComposeContext): FlowBlock[] {
  const title =
    block.title.length === 0
      ? []
      : [{ ...styled("contents-title", block.title, context), outline: context.levelOf(2) }];
  return [
    ...title,
    ...context.contents.map(
      ({ target, level, text }): FlowParagraph => ({
        ...paragraph("contents-entry", [textRun(text)]),
        role: "contents",
        leader: { target, level, text: "" },
      }),
    ),
  ];
}

/** Headings over a table of contents are not listed in it. */
export function unlistTitles(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const contents = blocks.findIndex(isEntry);
  return blocks.map((block, index) =>
    index < contents && block.type === "paragraph" && block.outline !== null ? { ...block, unlisted: true } : block,
  );
}

/** The first paragraph of an annex is its heading: where the contents lead to. */
export function openAnnex(blocks: readonly FlowBlock[], id: string, { targets }: ComposeContext): FlowBlock[] {
  const first = blocks.findIndex((block) => block.type === "paragraph");
  return blocks.map((block, index) => {
    if (index !== first || block.type !== "paragraph") return block;
    const style = block.style === "title-center" ? "annex-title" : block.style;
    return { ...block, style, ...(targets.has(id) ? { bookmark: id } : {}) };
  });
}
