import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hintList } from "../../../../src/base/diagnostics/index.ts";
import { explainCode, FINDINGS } from "../../../../src/desk/explain/index.ts";

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

/** Code → the room that defines it, in `findings.ts` (`…-findings.ts` of a large room) or in the file of a rule. */
const defined = sources.flatMap(({ name, text }) =>
  codesIn(text, /\bfindings\.ts$/.test(name) ? /^ {2}(TRC\d{4}): \{$/gm : /^ {2}code: "(TRC\d{4})",$/gm).map(
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
      sources.flatMap(({ name, text }) =>
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

  // A finding itself cannot be raised without a hint: the type of `raise` asks for it.
  it("have a page with a way out: what to do, or how it is right", () => {
    const without = [...FINDINGS.keys()].filter((code) => {
      const explained = explainCode(code, "en");
      return !(explained.found && /^## (What to do|Right)$/m.test(explained.page));
    });
    expect(without).toEqual([]);
  });

  // `src/schemas` is what a schema of old writes; the finding quotes it.
  it("send nobody into the sources of the program", () => {
    const sending = [...FINDINGS.values()].filter(({ title, why, hints }) =>
      [title, why, ...hintList(hints)].some(({ ru, en }) => /\bsrc\/(?!schemas\b)/.test(ru + en)),
    );
    expect(sending.map(({ code }) => code)).toEqual([]);
    const said = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/\btext\(\s*(["`])(?:(?!\1)[^\\]|\\.)*?\bsrc\/(?!schemas\b)/g)].map(() => name),
    );
    expect(said).toEqual([]);
  });

  it("say everything in both languages", () => {
    for (const { code, title, why, hints } of FINDINGS.values())
      for (const { ru, en } of [title, why, ...hintList(hints)]) {
        expect([code, /[а-яё]/i.test(ru), en.length > 0, en === ru]).toEqual([code, true, true, false]);
      }
  });
});
