import { indexLines, type Place } from "../../base/diagnostics/index.ts";
import { escapeExpression, numericDate } from "../../base/text/index.ts";
import { verbalDate } from "../../language/index.ts";
import { allRecords } from "../../paperwork/records/index.ts";
import type { DocumentJob, TemplateFile } from "../../typesetting/kinds/index.ts";
import type { Laid } from "./laid-document.ts";
import type { RenderSet } from "./render-job.ts";

/** A text that words may come from. */
type Source = { readonly text: string; readonly placeAt: (start: number, end: number) => Place };

/**
 * Where words of a document, or a single character, come from: its record, else its templates with their partials, else the other records that it
 * was made from. As many of the first words are looked for as stand somewhere; the record as a whole when they stand in none of them.
 *
 * @param sources those records, inside their folder
 */
export function placeOfWords(
  words: string | undefined,
  { record, kind }: DocumentJob,
  { engine, dossier }: Pick<RenderSet, "engine" | "dossier">,
  sources: readonly string[],
): Place {
  const templates = [kind.heading, kind.body, ...kind.annexes.map(({ template }) => template)];
  const texts: Source[] = [
    record,
    ...engine.withPartials(templates).map(templateSource),
    ...allRecords(dossier).filter(({ source }) => sources.includes(source)),
  ];
  return placeIn(texts, words ?? "") ?? record.placeOf("");
}

/**
 * As `placeOfWords`, of a document that is made: in its record (a date in any form), its own templates or the other records that it was made from; null where the
 * words stand in none of them.
 *
 * @param sourceOf text of a file by its shown name
 */
export function sourceOfWords(
  words: string,
  { rendered: { job, sources } }: Pick<Laid, "rendered">,
  sourceOf: (file: string) => string | undefined,
): Place | null {
  const { record, kind } = job;
  const folder = record.file.slice(0, -record.source.length);
  const templates = [kind.heading, kind.body, ...kind.annexes.map(({ template }) => template)];
  return (
    placeOfDate(record, words) ??
    placeIn(
      [
        record,
        ...templates.map(templateSource),
        ...sources.flatMap((source): Source[] => {
          const [file, text] = [folder + source, sourceOf(folder + source)];
          if (text === undefined) return [];
          const { at } = indexLines(text);
          return [{ text, placeAt: (start, end) => ({ file, start: at(start), end: at(end) }) }];
        }),
      ],
      words,
      FEWEST_WORDS,
    )
  );
}

/** Where the record has the date that the words begin with, as any document prints it. */
function placeOfDate({ text, placeAt }: Source, words: string): Place | null {
  const plain = words.replaceAll("\u00a0", " ").trimStart();
  for (const { 0: iso, index } of text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g))
    if ([numericDate, verbalDate].some((print) => plain.startsWith(print(iso).replaceAll("\u00a0", " "))))
      return placeAt(index, index + iso.length);
  return null;
}

/** Two words alone stand in a hundred places. */
const FEWEST_WORDS = 3;

function placeIn(texts: readonly Source[], words: string, fewest = 2): Place | null {
  for (const beginning of beginningsOf(words, fewest))
    for (const { text, placeAt } of texts) {
      const found = beginning.exec(text);
      if (found !== null) return placeAt(found.index, found.index + found[0].length);
    }
  return null;
}

function templateSource({ path, source, origin = { line: 1, column: 1 } }: TemplateFile): Source {
  const { at } = indexLines(source);
  const moved = (offset: number): Place["start"] => {
    const { line, column } = at(offset);
    return { line: line + origin.line - 1, column: line === 1 ? column + origin.column - 1 : column };
  };
  return { text: source, placeAt: (start, end) => ({ file: path, start: moved(start), end: moved(end) }) };
}

const MOST_WORDS = 8;

/** The words and less and less of them, never one of several; typography has changed spaces, dashes and quotation marks, and bold is typed between words. */
function beginningsOf(words: string, fewest: number): RegExp[] {
  const all = words
    .split(/[ \u00a0\n]+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
  const typed = all.map((word) =>
    escapeExpression(word)
      .replace(/[-–—]/g, "[-–—]")
      .replace(/[«»„“”"]/g, '[«»„“”"]'),
  );
  const least = Math.min(fewest, typed.length);
  return typed
    .slice(least - 1)
    .map((_, index) => new RegExp(typed.slice(0, typed.length - index).join("[*\\s\\u00a0]+"), "u"));
}
