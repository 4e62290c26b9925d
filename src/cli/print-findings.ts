import { type Diagnostic, inLanguage, reportPretty } from "../base/diagnostics/index.ts";
import type { Streams } from "./command.ts";

/** Prints findings for a person on the error stream, in the language that was asked for, in colour on a terminal. */
export function printFindings(
  diagnostics: readonly Diagnostic[],
  { stderr, language = "ru" }: Streams,
  sources: (file: string) => string | undefined = () => undefined,
): void {
  const colour = stderr.isTTY === true && process.env["NO_COLOR"] === undefined;
  stderr.write(reportPretty({ diagnostics: inLanguage(diagnostics, language), sources, colour, language }));
}
