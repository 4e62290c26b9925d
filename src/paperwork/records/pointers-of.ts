import type { Place } from "../../base/diagnostics/index.ts";
import { escapePointer, type YamlData } from "../../base/yaml/index.ts";
import type { ContentRecord } from "./dossier.ts";

/** Pointers of the values of a record by their places: of the one that begins there, or else of the nearest before it. */
export function pointersOf(record: ContentRecord): (place: Pick<Place, "start">) => string {
  const starts: [line: number, column: number, pointer: string][] = [];
  const walk = (value: YamlData, at: string): void => {
    for (const { start } of [record.placeOf(at), record.keyPlaceOf(at)]) starts.push([start.line, start.column, at]);
    if (typeof value !== "object" || value === null) return;
    for (const [name, one] of Object.entries(value)) walk(one as YamlData, `${at}/${escapePointer(name)}`);
  };
  walk(record.data, "");
  starts.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return ({ start: { line, column } }) =>
    starts.findLast(([row, place]) => row < line || (row === line && place <= column))?.[2] ?? "";
}
