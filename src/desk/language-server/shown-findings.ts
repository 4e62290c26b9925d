import { DiagnosticSeverity, type Diagnostic as Shown } from "vscode-languageserver-protocol/node";
import { type Diagnostic, inLanguage, type Text } from "../../base/diagnostics/index.ts";
import { rangeOf, uriOf } from "./locations.ts";

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A finding as an editor shows it, with its ground and ways out under it. */
export function shownFinding(finding: Diagnostic, language: keyof Text): Shown {
  const [said] = inLanguage([finding], language);
  if (said === undefined) throw new Error("a finding that says nothing");
  const place = said.place ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  const ground = [said.why, said.norm].filter((one) => one !== undefined).join(" – ");
  return {
    range: rangeOf(place),
    severity: SEVERITIES[said.severity],
    code: said.code,
    source: "trc",
    message: [said.message, ...(ground === "" ? [] : [ground]), ...said.hints.map((hint) => `→ ${hint}`)].join("\n"),
    ...(said.related && {
      relatedInformation: said.related.map((one) => ({
        message: one.message,
        location: { uri: uriOf(one.place.file), range: rangeOf(one.place) },
      })),
    }),
  };
}

/** True for what the records alone show: YAML, schemas, references. It is found anew at every key. */
export function isOfRecords({ code }: Diagnostic): boolean {
  return /^TRC(?:10|11|200)/.test(code);
}

/** The finding where its line stands now; null when the line has been changed since it was found. */
export function moved(finding: Diagnostic, before: string | undefined, now: string | undefined): Diagnostic | null {
  if (before === undefined || now === undefined || before === now || finding.place === undefined) return finding;
  const [old, own] = [before, now].map((text) => text.split(/\r\n|\n|\r/)) as [string[], string[]];
  const shortest = Math.min(old.length, own.length);
  let head = 0;
  while (head < shortest && old[head] === own[head]) head++;
  let tail = 0;
  while (tail < shortest - head && old[old.length - 1 - tail] === own[own.length - 1 - tail]) tail++;
  const { place } = finding;
  if (place.end.line <= head) return finding;
  if (place.start.line <= old.length - tail) return null;
  const by = own.length - old.length;
  const shift = ({ line, column }: { line: number; column: number }) => ({ line: line + by, column });
  const { fix: _fix, ...rest } = finding;
  return { ...rest, place: { ...place, start: shift(place.start), end: shift(place.end) } } as Diagnostic;
}
