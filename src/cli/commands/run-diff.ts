import { type Text, text } from "../../base/diagnostics/index.ts";
import { type ComparedDocument, type CompareReport, compareSets } from "../../project/compare/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Output } from "../output.ts";

/** Options of `trc diff`, as they are typed. */
export type DiffCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly only?: readonly string[];
  readonly json?: boolean;
};

/** `trc diff`: prints what differs. Exit code 0 when nothing does, 1 when something does or a set cannot be read. */
export async function diffCommand(
  [before = "", after]: readonly string[],
  options: DiffCommandOptions,
  output: Output,
): Promise<number> {
  const report = await compareSets({
    before,
    after: after ?? options.content,
    content: options.content,
    templates: options.templates,
    only: options.only ?? [],
  });
  const { diagnostics, documents, same } = report;
  if (options.json === true) output.json({ diagnostics, documents, same });
  else if (diagnostics.length > 0) output.findings(diagnostics, report.sourceOf);
  else output.data(table(report, output));
  return diagnostics.length > 0 || documents.length > 0 ? EXIT.findings : EXIT.done;
}

const STATES: { readonly [state in ComparedDocument["state"]]: Text } = {
  added: text("новый документ", "new document"),
  removed: text("документа больше нет", "the document is gone"),
  changed: text("изменён", "changed"),
};

/** A line each: what went in «[-…-]», what came in «{+…+}», so that it reads without colours. */
function table({ documents, same }: CompareReport, { say }: Output): string {
  const blocks = documents.map((one) =>
    [`${one.title} – ${say(STATES[one.state])}`, ...changeLines(one, say).map((line) => `  ${line}`)].join("\n"),
  );
  const count = text(
    `Изменилось документов: ${documents.length}, без изменений: ${same}`,
    `Documents changed: ${documents.length}, unchanged: ${same}`,
  );
  return `${[...blocks, say(count)].join("\n\n")}\n`;
}

function changeLines({ state, changes }: ComparedDocument, say: Output["say"]): string[] {
  if (state !== "changed") return [];
  if (changes === null)
    return [
      say(
        text(
          "слов не сравнить: в одном из комплектов нет DOCX",
          "the words cannot be compared: one of the sets has no DOCX",
        ),
      ),
    ];
  if (changes.length === 0)
    return [
      say(
        text(
          "слова те же, изменилось строение или номера",
          "the words are the same, the structure or the numbers changed",
        ),
      ),
    ];
  return changes.map(({ words }) => words.map(marked).join(""));
}

function marked({ kind, text: word }: { readonly kind: "same" | "removed" | "added"; readonly text: string }): string {
  return kind === "removed" ? `[-${word}-]` : kind === "added" ? `{+${word}+}` : word;
}
