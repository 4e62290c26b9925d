import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hintList } from "../../../../src/base/diagnostics/index.ts";
import { FINDINGS } from "../../../../src/desk/explain/index.ts";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, "utf8") }));
const roomOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("cli/") ? 1 : 2)
    .join("/");
const codesIn = (text: string, form: RegExp): string[] => [...text.matchAll(form)].map(([, code = ""]) => code);

/** Code → the room that defines it, in `findings.ts` or in the file of a rule. */
const defined = sources.flatMap(({ name, text }) =>
  codesIn(text, name.endsWith("/findings.ts") ? /^ {2}(TRC\d{4}): \{$/gm : /^ {2}code: "(TRC\d{4})",$/gm).map(
    (code) => [code, roomOf(name)] as const,
  ),
);
const rooms = new Map(defined);

describe("the codes", () => {
  it("are defined once each, and all of them are gathered", () => {
    expect(defined.map(([code]) => code).sort()).toEqual([...FINDINGS.keys()]);
  });

  it("are raised in the room that defines them", () => {
    const raised = new Set(
      sources
        .filter(({ name }) => !name.endsWith("/findings.ts"))
        .flatMap(({ name, text }) =>
          codesIn(text, /\bFINDINGS\.(TRC\d{4})\b/g).map((code) => `${code} ${roomOf(name)}`),
        ),
    );
    const rules = new Set(sources.flatMap(({ text }) => codesIn(text, /^ {2}code: "(TRC\d{4})",$/gm)));
    const silent = defined.filter(([code, room]) => !rules.has(code) && !raised.has(`${code} ${room}`));
    expect(silent).toEqual([]);
    expect([...raised].filter((one) => rooms.get(one.slice(0, 7)) !== one.slice(8))).toEqual([]);
  });

  it("are borne by no finding that is made without its definition", () => {
    const made = sources.filter(({ name, text }) => !/^paperwork\/rules\/\w+\//.test(name) && /code: "TRC/.test(text));
    expect(made.map(({ name }) => name)).toEqual([]);
  });

  it("say everything in both languages", () => {
    for (const { code, title, why, hints } of FINDINGS.values())
      for (const { ru, en } of [title, why, ...hintList(hints)]) {
        expect([code, /[а-яё]/i.test(ru), en.length > 0, en === ru]).toEqual([code, true, true, false]);
      }
  });
});
