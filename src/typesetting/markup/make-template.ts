import Handlebars from "handlebars";
import { sha256 } from "../../base/text/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { compileTemplate } from "./compile-template.ts";
import { OPTIONS, VOCABULARY } from "./engine.ts";
import type { MadePlace, MadeTemplate } from "./made-templates.ts";

/** Where a call stands, as Handlebars tells a helper: ours ask their own numbers. In the words of a template its quotes would be escaped. */
const LOCATION = /,"loc":\{"start":\{"line":\d+,"column":\d+\},"end":\{"line":\d+,"column":\d+\}\}/g;

/** A template as code for `MADE_TEMPLATES`, and the number behind its last place; null where something is wrong with it. */
export function makeTemplate(
  file: TemplateFile,
  partials: ReadonlySet<string>,
  first: number,
): { readonly digest: string; readonly code: string; readonly next: number } | null {
  const places: MadePlace[] = [];
  const { program, diagnostics, ...rest } = compileTemplate(file, {
    ...VOCABULARY,
    partials,
    placeNumber: ({ start, end }) => first + places.push([start.line, start.column, end.line, end.column]) - 1,
  });
  if (program === undefined || diagnostics.length > 0) return null;
  const facts: Omit<MadeTemplate, "run"> = {
    first,
    places,
    partials: [...rest.partials],
    paths: rest.names.paths.map(({ steps, place: { start, end } }) => [
      [start.line, start.column, end.line, end.column],
      ...steps,
    ]),
    given: [...rest.names.given],
  };
  const run = String(Handlebars.precompile(program, OPTIONS)).replace(LOCATION, "");
  const code = `() => ({ ...${JSON.stringify(facts)}, run: ${run} })`;
  return { digest: sha256(file.source), code, next: first + places.length };
}
