import type { CodeAction, Range, Diagnostic as Shown, TextEdit } from "vscode-languageserver-protocol/node";
import { type Diagnostic, positionsOf, type Text } from "../../base/diagnostics/index.ts";
import { readYaml, sameData } from "../../base/yaml/index.ts";
import { rangeOf, uriOf } from "./locations.ts";
import { shownFinding } from "./shown-findings.ts";

/** Corrections of the findings that touch a range: a fix of the rule itself, or the exact words that a finding expects. */
export function corrections(
  findings: readonly Diagnostic[],
  source: string,
  range: Range,
  language: keyof Text,
): CodeAction[] {
  const at = positionsOf(source);
  return findings.flatMap((finding): CodeAction[] => {
    const { place, fix, expected, actual } = finding;
    if (place === undefined || !touches(rangeOf(place), range)) return [];
    const shown: Shown = shownFinding(finding, language);
    const action = (file: string, edit: TextEdit, words: string, sure: boolean): CodeAction => ({
      title: `${language === "ru" ? "Заменить на" : "Replace with"} «${words}»`,
      kind: "quickfix",
      diagnostics: [shown],
      isPreferred: sure,
      edit: { changes: { [uriOf(file)]: [edit] } },
    });
    if (fix !== undefined && fix.file === place.file) {
      const edit = { range: rangeOf({ start: at(fix.start), end: at(fix.end) }), newText: fix.replacement };
      return [action(fix.file, edit, fix.replacement, fix.safe)];
    }
    if (expected === undefined || actual === undefined || place.start.line !== place.end.line) return [];
    const line = source.split(/\r\n|\n|\r/)[place.start.line - 1] ?? "";
    const [, open = "", word, close = ""] =
      /^(["']?)(.*?)(["']?)$/.exec(line.slice(place.start.column - 1, place.end.column - 1)) ?? [];
    if (word !== actual || /["'\n]/.test(expected)) return [];
    return [action(place.file, { range: rangeOf(place), newText: `${open}${expected}${close}` }, expected, false)];
  });
}

function touches(a: Range, b: Range): boolean {
  const before = (x: Range["start"], y: Range["start"]): boolean =>
    x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}

/** Spaces at ends of lines and empty lines at the end go, a last line end comes; nothing where the data would not be the same. */
export function formatted(file: string, source: string): TextEdit[] {
  const eol = /\r\n|\n|\r/.exec(source)?.[0] ?? "\n";
  const lines = source.split(/\r\n|\n|\r/);
  const tidy = `${lines
    .map((line) => line.replace(/[ \t]+$/, ""))
    .join(eol)
    .replace(/(?:\r\n|\n|\r)+$/, "")}${eol}`;
  if (tidy === source) return [];
  const read = (words: string) => readYaml({ path: `${file} `, bytes: new TextEncoder().encode(words) }).value?.data;
  const [before, after] = [read(source), read(tidy)];
  if (before === undefined || after === undefined || !sameData(before, after)) return [];
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return [{ range: { start: { line: 0, character: 0 }, end }, newText: tidy }];
}
