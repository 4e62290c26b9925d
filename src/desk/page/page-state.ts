import { resolve } from "node:path";
import { codeFrame, type Diagnostic, type Place } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { LiveDocument, LiveSet } from "../../project/pipeline/index.ts";
import type { PagePlace, PageProblem, PageState } from "./page-types.ts";

/** The set as the page shows it. */
export function pageState(set: LiveSet): PageState {
  const { documents, diagnostics } = set.state;
  return {
    documents: documents.map(({ sources: _sources, ...document }) => document),
    problems: diagnostics.map((diagnostic) => problem(diagnostic, documents, set)),
  };
}

function problem(diagnostic: Diagnostic, documents: readonly LiveDocument[], set: LiveSet): PageProblem {
  const { code, severity, message, why, norm, hints, place, related = [] } = diagnostic;
  const files = new Set([place?.file, ...related.map((one) => one.place.file)]);
  const source = place === undefined ? undefined : set.sourceOf(place.file);
  return {
    code,
    severity,
    message: message.ru,
    why: why?.ru ?? null,
    norm: norm ?? null,
    hints: hints.map(({ ru }) => ru),
    place: place === undefined ? null : pagePlace(place),
    frame: place === undefined || source === undefined ? null : codeFrame(source, place),
    related: related.map((one) => ({ message: one.message.ru, place: pagePlace(one.place) })),
    documents: documents.filter(({ sources }) => sources.some((one) => files.has(one))).map(({ id }) => id),
  };
}

function pagePlace({ file, start: { line, column } }: Place): PagePlace {
  const path = posixPath(resolve(file));
  const address = path
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/^(?!\/)/, "/")
    .replace("%3A", ":");
  return { file, line, column, editor: `vscode://file${address}:${line}:${column}` };
}
