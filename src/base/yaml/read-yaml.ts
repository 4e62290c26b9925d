import { type Document, parseAllDocuments } from "yaml";
import { indexLines, type LineIndex, type Outcome, raise } from "../diagnostics/index.ts";
import { decodeText } from "./decode.ts";
import { FINDINGS, MAX_DEPTH } from "./findings.ts";
import { Recent } from "./recent.ts";
import { type SourceFile, sameFile } from "./source-file.ts";
import type { YamlCache } from "./yaml-cache.ts";
import { explainYamlError, faultRange } from "./yaml-errors.ts";
import { type CachedYaml, placeIn, type YamlFile, yamlFile } from "./yaml-file.ts";
import { YamlReader } from "./yaml-reader.ts";

/** A conflict that git has left in the file, also within a text. */
const CONFLICT = /^( *)<{7}(?: .*)?$(?=[\s\S]*^ *={7}$[\s\S]*^ *>{7}(?: .*)?$)/m;

/** What this process has read, by path: a file that has not changed is not parsed again. */
const READ = new Recent<string, { readonly source: SourceFile; readonly cached: CachedYaml; readonly value: YamlFile }>(
  16000,
);

/**
 * Reads one YAML 1.2 document with the place of every value. Never throws, whatever the bytes.
 * Anchors, aliases, merge keys and tags are not part of the record format (TRC1007), so nothing can explode.
 * Codes TRC1001–TRC1011.
 *
 * @param cache of earlier runs: what it knows is not parsed again
 */
export function readYaml(source: SourceFile, cache: YamlCache | null = null): Outcome<YamlFile> {
  const before = READ.get(source.path);
  if (before !== undefined && sameFile(before.source, source)) {
    if (cache?.yaml(source) === undefined) cache?.storeYaml(source, before.cached);
    return { value: before.value, diagnostics: [] };
  }
  const decoded = decodeText(source);
  if (decoded.value === undefined) return { diagnostics: decoded.diagnostics };
  const text = decoded.value.replace(/^\ufeff/, "");
  const lines = indexLines(text);
  const cached = cache?.yaml(source);
  if (cached !== undefined) return remembered(source, text, lines, cached);
  const merge = CONFLICT.exec(text);
  if (merge !== null) {
    const start = merge.index + (merge[1]?.length ?? 0);
    return { diagnostics: [raise(FINDINGS.TRC1017, { place: placeIn(source.path, lines, start, start + 7) })] };
  }
  const deep = deepestOffset(text);
  if (deep !== null)
    return { diagnostics: [raise(FINDINGS.TRC1012, { place: placeIn(source.path, lines, deep, deep + 1) })] };
  try {
    const converted = convert(source.path, text, lines);
    if (converted.value === undefined) return { diagnostics: converted.diagnostics };
    cache?.storeYaml(source, converted.value);
    return remembered(source, text, lines, converted.value);
  } catch (error) {
    // The parser recurses: what slipped past the depth check ends here instead of in a stack trace.
    if (!(error instanceof RangeError)) throw error;
    return { diagnostics: [raise(FINDINGS.TRC1012, { place: placeIn(source.path, lines, 0, 1) })] };
  }
}

/** Lets go of what this process has read. */
export function forgetYaml(): void {
  READ.clear();
}

function remembered(source: SourceFile, text: string, lines: LineIndex, cached: CachedYaml): Outcome<YamlFile> {
  const value = yamlFile(source.path, text, lines, cached);
  READ.set(source.path, { source, cached, value });
  return { value, diagnostics: [] };
}

function convert(file: string, text: string, lines: LineIndex): Outcome<CachedYaml> {
  const documents = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const first = Array.isArray(documents) ? documents[0] : undefined;
  if (first === undefined) return { diagnostics: [raise(FINDINGS.TRC1002, { place: placeIn(file, lines, 0, 1) })] };
  const reader = new YamlReader(file, lines);
  const errors = (documents as readonly Document.Parsed[]).flatMap((document) => document.errors);
  // What stands behind the first fault is mostly misread because of it: the rest is told when that one is mended.
  const [fault] = errors
    .map((error) => ({ error, place: reader.place(...faultRange(error, text)) }))
    .sort((a, b) => a.place.start.line - b.place.start.line);
  if (fault !== undefined) reader.found.push(explainYamlError(fault.error, fault.place, lines));
  const second = (documents as readonly Document.Parsed[])[1];
  if (second !== undefined && errors.length === 0) reader.severalDocuments(second);
  if (errors.length > 0) return { diagnostics: reader.findings() };
  const data = reader.value(first.contents, "", 0);
  if (reader.found.length === 0 && data === null)
    reader.found.push(raise(FINDINGS.TRC1002, { place: reader.place(0, 1) }));
  if (reader.found.length > 0) return { diagnostics: reader.findings() };
  return { value: { data, spans: reader.spans, ranges: reader.ranges() }, diagnostics: [] };
}

/** Offset at which brackets or indentation nest deeper than any record does; null when they do not. */
function deepestOffset(text: string): number | null {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) depth++;
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
    else if (code === 0x0a) depth = Math.min(depth, MAX_DEPTH);
    if (depth > MAX_DEPTH * 4) return index;
  }
  return /^[ ]*(?:- ){60}/m.exec(text)?.index ?? null;
}
