import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { RULES } from "../src/paperwork/rules/index.ts";
import { cleanName } from "../src/paperwork/rules/wording/clean-texts.ts";
import { foundBy, templateTexts } from "../src/paperwork/rules/wording/lint-texts.ts";

/** The texts of a folder of templates that no rule finds anything in, by their names, as a module of CommonJS. */
export function madeCleanTexts(folder: string): string {
  const files = (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[])
    .filter((name) => name.endsWith(".hbs") || basename(name) === "kind.yaml")
    .sort();
  const texts = templateTexts(
    files.map((path) => ({
      path,
      source: readFileSync(`${folder}/${path}`, "utf8"),
      prose: path.endsWith(".hbs"),
    })),
  );
  const soiled = new Set(
    RULES.flatMap((rule) => ("findText" in rule ? foundBy(rule.findText, rule, texts).map(({ text }) => text) : [])),
  );
  const names = new Set(texts.filter((text) => !soiled.has(text)).map((text) => cleanName(text, [])));
  return `module.exports = ${JSON.stringify([...names])};\n`;
}
