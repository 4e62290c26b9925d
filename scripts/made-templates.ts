import { readdirSync, readFileSync } from "node:fs";
import { FIRST_MADE } from "../src/typesetting/markup/made-templates.ts";
import { makeTemplate } from "../src/typesetting/markup/make-template.ts";

/** The templates of a folder as a module of CommonJS: what each digest of a source leads to. */
export function madeTemplates(folder: string): string {
  const files = (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[])
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".hbs"))
    .sort();
  const partials = new Set(files.map((name) => name.replace(/^partials\//, "").replace(/\.hbs$/, "")));
  const lines: string[] = [];
  const known = new Set<string>();
  let first = FIRST_MADE;
  for (const name of files) {
    const made = makeTemplate({ path: name, source: readFileSync(`${folder}/${name}`, "utf8") }, partials, first);
    if (made === null || known.has(made.digest)) continue;
    known.add(made.digest);
    lines.push(`${JSON.stringify(made.digest)}: ${made.code},`);
    first = made.next;
  }
  return `module.exports = {\n${lines.join("\n")}\n};\n`;
}
