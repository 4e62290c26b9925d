import { resolve } from "node:path";
import { codeFrame, inLanguage, type Place, type Text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import type { LiveSet } from "../../project/pipeline/index.ts";
import type { PagePlace, PageProblem, PageState } from "./page-types.ts";

/** The set as the page shows it, its findings in the language of the page. */
export function pageState(set: LiveSet, language: keyof Text): PageState {
  const { documents, diagnostics } = set.state;
  return {
    documents: documents.map(({ sources: _sources, ...document }) => document),
    problems: inLanguage(diagnostics, language).map((finding): PageProblem => {
      const { code, severity, message, why = null, norm = null, hints, place, related = [] } = finding;
      const files = new Set([place?.file, ...related.map((one) => one.place.file)]);
      const source = place && set.sourceOf(place.file);
      return {
        code,
        severity,
        message,
        why,
        norm,
        hints,
        place: place === undefined ? null : pagePlace(place),
        frame: place === undefined || source === undefined ? null : codeFrame(source, place),
        related: related.map((one) => ({ message: one.message, place: pagePlace(one.place) })),
        documents: documents.filter(({ sources }) => sources.some((one) => files.has(one))).map(({ id }) => id),
      };
    }),
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
