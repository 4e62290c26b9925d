import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../../../src/paperwork/rules/index.ts";

const FOLDER = "src/paperwork/rules";

/** Every code that a file of the room gives to a rule, with the constant that holds the rule. */
const defined = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => {
    const source = readFileSync(`${FOLDER}/${file}`, "utf8");
    const rules = [
      ...source.matchAll(/^export const (\w+): (?:Record|Document|Wording)Rule = \{\n {2}code: "(\w+)",$/gm),
    ];
    return rules.map(([, name = "", code = ""]) => ({ file: file.replaceAll("\\", "/"), name, code }));
  });

describe("the files of the rules", () => {
  it("define each rule of the table once", () =>
    expect(defined.map(({ code }) => code).sort()).toEqual(RULES.map(({ code }) => code).sort()));

  it("hold one rule each, in the folder of its family, and are named for it", () => {
    const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(new Set(defined.map(({ file }) => file)).size).toBe(defined.length);
    expect(
      defined.filter(({ file, name }) => !/^[a-z]+\/[a-z-]+\.ts$/.test(file) || !file.endsWith(`/${kebab(name)}.ts`)),
    ).toEqual([]);
  });
});
