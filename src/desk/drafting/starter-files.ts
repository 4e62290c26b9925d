import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import { stringify } from "yaml";
import { readChecked } from "../../base/yaml/index.ts";
import { type DataOf, kindUri, sharedUri } from "../../paperwork/records/index.ts";
import { FILE_SCHEMAS, type StarterFile } from "../../paperwork/schemas/index.ts";
import { modeline, packageRoot } from "../../project/reading/index.ts";
import type { StarterContext } from "./starter-context.ts";
import { movedHolidays, shippedCalendars } from "./starter-days.ts";

/** Every first record of a new centre: the templates of `templates/starter/` filled in. Paths are inside the content folder. */
export function starterFiles(
  project: { readonly content: string; readonly templates: string },
  context: StarterContext,
): { readonly path: string; readonly text: string }[] {
  const path = "starter.yaml";
  const { value: entries, diagnostics } = readChecked<StarterFile>(
    { path, bytes: new TextEncoder().encode(starterSource(path)) },
    FILE_SCHEMAS.starter,
  );
  if (entries === undefined) throw new Error(`${path}: ${diagnostics[0]?.message.en}`);
  const files = entries.flatMap(({ file, to, each, schema = "", kind }) => {
    const items = each === undefined ? [null] : (context[each] as readonly object[]);
    return items.map((item) => {
      const values = { ...context, item };
      const path = filled(to, values);
      return {
        path,
        text: `${modeline(project, path, kind === undefined ? sharedUri(schema) : kindUri(kind))}\n${starterText(file, values)}`,
      };
    });
  });
  const shipped = shippedCalendars();
  const years = new Set([...shipped.map(({ year }) => year), ...context.years]);
  const calendars = [...years].map((year) => {
    const path = `calendar/${year}.yaml`;
    const { text } = starterCalendar(year, shipped.at(-1)?.data ?? {});
    return { path, text: `${modeline(project, path, sharedUri("calendar"))}\n${text}` };
  });
  return [...files, ...calendars].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The calendar of a year, without the line of the editor: the one that comes with the program, else the holidays of `latest`, with its transfers to be confirmed. */
export function starterCalendar(
  year: number,
  latest: Pick<DataOf<"calendar">, "holidays">,
): { readonly text: string; readonly confirmed: boolean } {
  const shipped = shippedCalendars().find((one) => one.year === year);
  return shipped === undefined
    ? { text: starterText("calendar.hbs", { year, holidays: movedHolidays(latest, year) }), confirmed: false }
    : { text: shipped.text.replace(/^# yaml-language-server: .*\n/m, ""), confirmed: true };
}

/** A template of `templates/starter/` filled in, without the line of the editor. */
function starterText(name: string, values: object): string {
  return filled(starterSource(name), values);
}

function starterSource(name: string): string {
  return readFileSync(join(packageRoot(), "templates/starter", name), "utf8");
}

/** Templates compiled once for all files of one kind: a region has hundreds of schools. */
const compiled = new Map<string, (values: object) => string>();

function filled(source: string, values: object): string {
  const known = compiled.get(source) ?? compile(source);
  compiled.set(source, known);
  return known(values);
}

function compile(source: string): (values: object) => string {
  const handlebars = Handlebars.create();
  // A value is data: it is quoted as YAML needs it, and an answer can add no line of its own.
  // What parts a list or a set on one line (a comma, brackets) stands in quotes there.
  handlebars.registerHelper("y", (...parts: unknown[]) => {
    const value = parts.slice(0, -1).join("");
    const defaultStringType = /[,[\]{}]/.test(value) ? "QUOTE_DOUBLE" : "PLAIN";
    return stringify(value, { lineWidth: 0, defaultStringType }).trim();
  });
  return handlebars.compile(source, { noEscape: true, knownHelpers: { y: true } });
}
