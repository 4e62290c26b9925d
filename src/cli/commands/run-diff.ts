import { type ComparedDocument, type CompareReport, compareSets } from "../../project/compare/index.ts";
import { defaultTemplates } from "../../project/reading/index.ts";
import type { Streams } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { printFindings } from "../print-findings.ts";

export type DiffCommandOptions = {
  readonly content: string;
  readonly templates?: string;
  readonly only?: readonly string[];
  readonly json?: boolean;
};

/** `trc diff`: prints what differs. Exit code 0 when nothing does, 1 when something does or a set cannot be read. */
export async function diffCommand(
  before: string,
  after: string | undefined,
  options: DiffCommandOptions,
  streams: Streams,
): Promise<number> {
  const report = await compareSets({
    before,
    after: after ?? options.content,
    content: options.content,
    templates: options.templates ?? defaultTemplates(),
    only: options.only ?? [],
  });
  if (options.json === true) {
    const { diagnostics, documents, same } = report;
    streams.stdout.write(`${JSON.stringify({ diagnostics, documents, same }, null, 2)}\n`);
  } else if (report.diagnostics.length > 0) {
    printFindings(report.diagnostics, streams, report.sourceOf);
  } else streams.stdout.write(text(report));
  return report.diagnostics.length > 0 || report.documents.length > 0 ? EXIT.findings : EXIT.done;
}

const STATES: { readonly [state in ComparedDocument["state"]]: string } = {
  added: "новый документ",
  removed: "документа больше нет",
  changed: "изменён",
};

/** A line each: what went in «[-…-]», what came in «{+…+}», so that it reads without colours. */
function text({ documents, same }: CompareReport): string {
  const blocks = documents.map((one) => [`${one.title} – ${STATES[one.state]}`, ...changeLines(one)].join("\n"));
  const count = `Изменилось документов: ${documents.length}, без изменений: ${same}`;
  return `${[...blocks, count].join("\n\n")}\n`;
}

function changeLines({ state, changes }: ComparedDocument): string[] {
  if (state !== "changed") return [];
  if (changes === null) return ["  слов не сравнить: в одном из комплектов нет DOCX"];
  if (changes.length === 0) return ["  слова те же, изменилось строение или номера"];
  return changes.map(({ words }) => `  ${words.map(marked).join("")}`);
}

function marked({ kind, text: word }: { readonly kind: "same" | "removed" | "added"; readonly text: string }): string {
  return kind === "removed" ? `[-${word}-]` : kind === "added" ? `{+${word}+}` : word;
}
