import Handlebars from "handlebars";
import { type Diagnostic, indexLines, type Place } from "../diagnostics/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { fault, Rewriter } from "./rewrite-template.ts";
import { PRIVATE_USE } from "./tokens.ts";

type Program = hbs.AST.Program;

/** A checked and rewritten template. `places` are what the marks in its text point at. */
export type CompiledTemplate = { readonly file: TemplateFile; readonly program: Program };

const NONE: ReadonlySet<string> = new Set();

/** What a template may call. */
export type Vocabulary = {
  readonly helpers: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
  /** Numbers a place so that a mark can carry it. */
  readonly placeNumber: (place: Place) => number;
};

/**
 * Parses a template and rewrites its tree: outputs become `__emit`, names become `__get` (so that every lookup is ours and strict),
 * partials become `__partial`, and every piece of text is marked with its place. Whatever could print past the tokens is refused.
 * Codes TRC3201–TRC3207.
 */
export function compileTemplate(
  file: TemplateFile,
  vocabulary: Vocabulary,
): {
  readonly template?: CompiledTemplate;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the partials that stand in it. */
  readonly partials: ReadonlySet<string>;
} {
  const lines = indexLines(file.source);
  const privateUse = PRIVATE_USE.exec(file.source);
  if (privateUse) {
    const start = lines.at(privateUse.index);
    return {
      partials: NONE,
      diagnostics: [
        fault("TRC3207", "В шаблоне стоит символ из области для служебных нужд", ["Удалите невидимый символ"], {
          file: file.path,
          start,
          end: { line: start.line, column: start.column + 1 },
        }),
      ],
    };
  }
  let program: Program;
  try {
    program = Handlebars.parse(file.source);
  } catch (error) {
    return { diagnostics: [parseFault(file, error)], partials: NONE };
  }
  const rewriter = new Rewriter(file, vocabulary);
  rewriter.program(program);
  const { found, partials } = rewriter;
  return found.length > 0
    ? { diagnostics: found, partials }
    : { template: { file, program }, diagnostics: [], partials };
}

function parseFault(file: TemplateFile, error: unknown): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  const line = Number(/line (\d+)/.exec(text)?.[1] ?? (error as { lineNumber?: number }).lineNumber ?? 1);
  const summary = text
    .split("\n")
    .filter((part) => !/^[-\s]*\^|^\.\.\./.test(part))
    .join(" ")
    .slice(0, 200);
  const close = /doesn't match/.test(text);
  return fault(
    "TRC3201",
    close ? `Блок закрыт не тем именем: ${summary}` : "Шаблон не читается: скобки {{ }} или блоки расставлены неверно",
    [
      close
        ? "Закройте блок тем же именем: {{#if}} … {{/if}}"
        : `Проверьте скобки и закрытие блоков. Разбор: ${summary}`,
    ],
    { file: file.path, start: { line, column: 1 }, end: { line, column: 2 } },
  );
}
