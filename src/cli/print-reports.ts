import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type Diagnostic,
  inLanguage,
  type Reporter,
  raise,
  reportGithub,
  reportGitlab,
  reportJson,
  reportJunit,
  reportPretty,
  reportSarif,
  text,
  type WaivedDiagnostic,
  waivedInLanguage,
} from "../base/diagnostics/index.ts";
import { systemReason } from "../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";
import { type ReporterName, streamOf, type WantedReport } from "./options.ts";
import type { Output } from "./output.ts";

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
};

/** Prints each report to its stream or file. Resolves to false when a file could not be written (TRC6009 is reported on stderr). */
export async function printReports(findings: Findings, output: Output): Promise<boolean> {
  const { sources } = findings;
  const { language } = output;
  const input = {
    diagnostics: inLanguage(findings.diagnostics, language),
    waived: waivedInLanguage(findings.waived, language),
    sources,
    language,
  };
  let written = true;
  for (const { name, file } of findings.reports) {
    const stream = output[streamOf(name)];
    const colour = file === null && name === "pretty" && stream.isTTY === true && process.env.NO_COLOR === undefined;
    const report = REPORTS[name]({ ...input, colour });
    if (file === null) stream.write(report);
    else if (!(await save(file, report, output))) written = false;
  }
  return written;
}

async function save(file: string, report: string, output: Output): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, report);
    return true;
  } catch (error) {
    const reason = systemReason(error);
    output.findings([
      raise(FINDINGS.TRC6009, {
        message: text(
          `Отчёт не удалось записать в «${file}»: ${reason.ru}`,
          `The report could not be written to "${file}": ${reason.en}`,
        ),
      }),
    ]);
    return false;
  }
}
