import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type Diagnostic,
  inLanguage,
  type Reporter,
  reportGithub,
  reportGitlab,
  reportJson,
  reportJunit,
  reportPretty,
  reportSarif,
  type WaivedDiagnostic,
  waivedInLanguage,
} from "../base/diagnostics/index.ts";
import type { Streams } from "./command.ts";
import { type ReporterName, streamOf, type WantedReport } from "./options.ts";
import { printFindings } from "./print-findings.ts";

const REPORTS: { readonly [name in ReporterName]: Reporter } = {
  pretty: reportPretty,
  json: reportJson,
  github: reportGithub,
  gitlab: reportGitlab,
  junit: reportJunit,
  sarif: reportSarif,
};

/** Findings and how the user wants them. */
export type Findings = {
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  readonly sources: (file: string) => string | undefined;
  readonly reports: readonly WantedReport[];
  readonly language: "ru" | "en";
};

/** Prints each report to its stream or file. Resolves to false when a file could not be written (TRC6009 is told on stderr). */
export async function printReports(findings: Findings, streams: Streams): Promise<boolean> {
  const { language, sources } = findings;
  const input = {
    diagnostics: inLanguage(findings.diagnostics, language),
    waived: waivedInLanguage(findings.waived, language),
    sources,
    language,
  };
  let written = true;
  for (const { name, file } of findings.reports) {
    const stream = streams[streamOf(name)];
    const colour = file === null && name === "pretty" && stream.isTTY === true && process.env["NO_COLOR"] === undefined;
    const text = REPORTS[name]({ ...input, colour });
    if (file === null) stream.write(text);
    else if (!(await save(file, text, streams))) written = false;
  }
  return written;
}

async function save(file: string, text: string, streams: Streams): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const diagnostic: Diagnostic = {
      code: "TRC6009",
      severity: "error",
      message: `Отчёт не удалось записать в «${file}» (${code})`,
      hints: ["Проверьте путь после двоеточия у ключа --reporter и права на папку"],
      english: {
        message: `The report could not be written to "${file}" (${code})`,
        hints: ["Check the path after the colon of --reporter and the rights of the folder"],
      },
    };
    printFindings([diagnostic], streams);
    return false;
  }
}
