import { indexLines, type Place } from "../../base/diagnostics/index.ts";
import { allRecords } from "../../paperwork/records/index.ts";
import type { DocumentJob } from "../../typesetting/kinds/index.ts";
import type { RenderSet } from "./render-job.ts";

/**
 * Where a character of a document comes from: its record, else its templates with their partials, else the other records that it was made from;
 * the record as a whole when it stands in none of them.
 *
 * @param sources those records, inside their folder
 */
export function placeOfCharacter(
  character: string | undefined,
  { record, kind }: DocumentJob,
  { engine, dossier }: Pick<RenderSet, "engine" | "dossier">,
  sources: readonly string[],
): Place {
  if (character === undefined) return record.placeOf("");
  const inRecord = record.text.indexOf(character);
  if (inRecord >= 0) return record.placeAt(inRecord, inRecord + character.length);
  const templates = [kind.heading, kind.body, ...kind.annexes.map(({ template }) => template)];
  for (const { path, source, origin = { line: 1, column: 1 } } of engine.withPartials(templates)) {
    const at = source.indexOf(character);
    if (at < 0) continue;
    const { line, column } = indexLines(source).at(at);
    const start = { line: line + origin.line - 1, column: line === 1 ? column + origin.column - 1 : column };
    return { file: path, start, end: { ...start, column: start.column + character.length } };
  }
  for (const { source, text, placeAt } of allRecords(dossier)) {
    const at = sources.includes(source) ? text.indexOf(character) : -1;
    if (at >= 0) return placeAt(at, at + character.length);
  }
  return record.placeOf("");
}
