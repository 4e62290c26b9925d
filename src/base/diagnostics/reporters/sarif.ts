import { escapeInvisible } from "../../text/index.ts";
import { indexLines } from "../positions.ts";
import type { Fix, Place, Reported, Severity, WaivedDiagnostic } from "../types.ts";
import type { ReportInput } from "./report.ts";

const LEVELS: { readonly [severity in Severity]: string } = { error: "error", warning: "warning", info: "note" };

/**
 * SARIF 2.1.0: one run, a rule a code, a result a finding; fixes and related places go along, what is waived is suppressed.
 * @see OASIS SARIF Version 2.1.0
 */
export function reportSarif({ diagnostics, waived = [], sources, language = "ru" }: ReportInput): string {
  const all = [...diagnostics, ...waived.map(({ diagnostic }) => diagnostic)];
  const titles = new Map(all.map(({ code, title }) => [code, title]));
  const codes = [...titles.keys()].sort();
  const results = [
    ...diagnostics.map((diagnostic) => resultOf(diagnostic, codes, sources)),
    ...waived.map((one) => suppressed(one, codes, sources)),
  ];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "trc", rules: codes.map((code) => ruleOf(code, titles.get(code) ?? code)) } },
        language: language === "ru" ? "ru-RU" : "en-US",
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${escapeInvisible(JSON.stringify(log, null, 2))}\n`;
}

function ruleOf(code: string, title: string): object {
  return { id: code, shortDescription: { text: title }, help: { text: `trc explain ${code}` } };
}

function resultOf(diagnostic: Reported, codes: readonly string[], sources: ReportInput["sources"]): object {
  const { code, severity, message, why, hints, place, related = [], fix } = diagnostic;
  const source = fix === undefined ? undefined : sources(fix.file);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: [message, ...(why === undefined ? [] : [why]), ...hints].join("\n") },
    ...(place === undefined ? {} : { locations: [{ physicalLocation: physical(place) }] }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            physicalLocation: physical(one.place),
            message: { text: one.message },
          })),
        }),
    ...(fix === undefined || source === undefined ? {} : { fixes: [fixOf(fix, source, hints[0] ?? message)] }),
  };
}

function suppressed(
  { diagnostic, reason, date }: WaivedDiagnostic<Reported>,
  codes: readonly string[],
  sources: ReportInput["sources"],
): object {
  return {
    ...resultOf(diagnostic, codes, sources),
    suppressions: [{ kind: "inSource", justification: `${reason} (${date})` }],
  };
}

function physical({ file, start, end }: Place): object {
  return {
    artifactLocation: { uri: encodeURI(file) },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

function fixOf({ file, start, end, replacement }: Fix, source: string, description: string): object {
  const { at } = indexLines(source.replace(/^\ufeff/, ""));
  const [from, to] = [at(start), at(end)];
  return {
    description: { text: description },
    artifactChanges: [
      {
        artifactLocation: { uri: encodeURI(file) },
        replacements: [
          {
            deletedRegion: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
            insertedContent: { text: replacement },
          },
        ],
      },
    ],
  };
}
