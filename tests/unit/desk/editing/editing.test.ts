import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changeYaml, type YamlChange, type YamlData, yamlData } from "../../../../src/base/yaml/index.ts";
import { Editing } from "../../../../src/desk/editing/index.ts";
import { runs, someOf } from "../../../support/runs.ts";

/** Records of the sample. */
const SAMPLE = readdirSync("content", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .sort();

const PERSON = `# из личного дела
surname: Гончар # как в паспорте
given: "Тамара"
positions:
  - {title: секретарь, organisation: centre}
  - title: делопроизводитель # на полставки
    organisation: school
`;

let folder: string;
let file: string;
let editing: Editing;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trc-editing-"));
  mkdirSync(join(folder, "content", "people"), { recursive: true });
  file = join(folder, "content", "people", "gonchar.yaml");
  writeFileSync(file, PERSON);
  editing = new Editing([join(folder, "content")]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (): string => readFileSync(file, "utf8");
const set = (at: string, value: YamlData, was?: YamlData): { change: YamlChange; was?: YamlData } => ({
  change: { kind: "set", at, value },
  ...(was === undefined ? {} : { was }),
});
const digest = async (): Promise<string> => (await editing.read(file))?.digest ?? "";

function leaves(value: YamlData | undefined, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, one]) => leaves(one as YamlData, `${at}/${key}`));
}

function comments(yaml: string): string[] {
  return yaml.split("\n").filter((line) => /(^|\s)#/.test(line));
}

describe("editing a record", () => {
  it("changes any value of the sample, and refuses none", () => {
    const refused = SAMPLE.flatMap((name) => {
      const before = readFileSync(join("content", name), "utf8");
      const pointers = leaves(yamlData(before));
      return someOf(pointers, 12).flatMap((at) => {
        const after = changeYaml(before, { kind: "set", at, value: "другое: слово" });
        const left = after === null ? null : changeYaml(after, { kind: "remove", at });
        return left === null || comments(left).length < comments(before).length - 1 ? [`${name}${at}`] : [];
      });
    });
    expect(refused).toEqual([]);
  });

  it("writes the value and nothing else, takes it back byte for byte, and makes it again", async () => {
    const done = await editing.change(file, await digest(), [set("/surname", "Гончарова", "Гончар")]);
    expect(done).toMatchObject({ kind: "written", merged: false });
    expect(text()).toBe(PERSON.replace("Гончар ", "Гончарова "));
    await editing.undo();
    expect(text()).toBe(PERSON);
    expect(await editing.undo()).toBeNull();
    await editing.redo();
    expect(text()).toBe(PERSON.replace("Гончар ", "Гончарова "));
    expect(readdirSync(join(folder, "content"))).toEqual(["people"]);
  });

  it("gives the file back byte for byte after any steps", async () => {
    const values = fc.oneof(fc.string({ maxLength: 8 }), fc.constant("а\nб"), fc.integer(), fc.boolean());
    const wish = fc.oneof(
      fc.record({
        kind: fc.constant("set" as const),
        at: fc.constantFrom("/surname", "/given", "/phone", "/positions/0/title", "/positions/1/from"),
        value: values,
      }),
      fc.record({
        kind: fc.constant("remove" as const),
        at: fc.constantFrom("/given", "/positions/0", "/positions/1/title"),
      }),
      fc.record({
        kind: fc.constant("insert" as const),
        at: fc.constantFrom("/positions/0", "/positions/2"),
        value: fc.record({ title: values }),
      }),
      fc.record({ kind: fc.constant("move" as const), at: fc.constant("/positions/0"), to: fc.constantFrom(0, 1) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(wish, { maxLength: 6 }),
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\uFEFF"),
        async (wishes, eol, mark) => {
          const start = mark + PERSON.replaceAll("\n", eol);
          writeFileSync(file, start);
          const one = new Editing([join(folder, "content")]);
          const states = [start];
          for (const change of wishes) {
            await one.change(file, (await one.read(file))?.digest ?? "", [{ change: change as YamlChange }]);
            if (text() !== states.at(-1)) states.push(text());
          }
          for (const state of [...states].reverse()) {
            expect(text()).toBe(state);
            await one.undo();
          }
          for (const state of states) {
            expect(text()).toBe(state);
            await one.redo();
          }
        },
      ),
      { numRuns: runs(20, 300) },
    );
  });

  it("merges what somebody else has changed meanwhile in another field", async () => {
    const seen = await digest();
    writeFileSync(file, PERSON.replace('"Тамара"', '"Тома"').replace("# из", "# новое: из"));
    const done = await editing.change(file, seen, [set("/surname", "Гончарова", "Гончар")]);
    expect(done).toMatchObject({ kind: "written", merged: true });
    expect(text()).toBe(
      PERSON.replace('"Тамара"', '"Тома"').replace("# из", "# новое: из").replace("Гончар ", "Гончарова "),
    );
    // What the other has written stays when ours is taken back.
    writeFileSync(file, text().replace('"Тома"', '"Томочка"'));
    await editing.undo();
    expect(text()).toBe(PERSON.replace('"Тамара"', '"Томочка"').replace("# из", "# новое: из"));
  });

  it("asks where both have changed the same field, and writes nothing", async () => {
    const seen = await digest();
    const theirs = PERSON.replace("Гончар ", "Гончаренко ");
    writeFileSync(file, theirs);
    const wishes = [set("/given", "Тома", "Тамара"), set("/surname", "Гончарова", "Гончар")];
    expect(await editing.change(file, seen, wishes)).toEqual({
      kind: "conflict",
      at: "/surname",
      theirs: "Гончаренко",
    });
    expect(text()).toBe(theirs);
  });

  it("does not take one item of a list for another", async () => {
    const seen = await digest();
    const theirs = PERSON.replace("positions:\n", "positions:\n  - {title: секретарь, organisation: other}\n");
    writeFileSync(file, theirs);
    expect(await editing.change(file, seen, [set("/positions/0/title", "завхоз", "секретарь")])).toMatchObject({
      kind: "conflict",
    });
    expect(text()).toBe(theirs);
  });

  it("asks before a step back that somebody else's change stands on", async () => {
    await editing.change(file, await digest(), [set("/surname", "Гончарова")]);
    writeFileSync(file, text().replace("Гончарова", "Гончаренко"));
    expect(await editing.undo()).toMatchObject({ kind: "conflict", at: "/surname", theirs: "Гончаренко" });
    expect(text()).toContain("Гончаренко");
    expect(editing.steps.undo).toBe(1);
  });

  it("makes wishes that come at once one after another", async () => {
    const seen = await digest();
    await Promise.all([
      editing.change(file, seen, [set("/surname", "А", "Гончар")]),
      editing.change(file, seen, [set("/given", "Б", "Тамара")]),
    ]);
    expect(text()).toBe(PERSON.replace("Гончар ", "А ").replace("Тамара", "Б"));
  });

  it("puts a whole text in its place only where its author saw the last one", async () => {
    const seen = await digest();
    expect(await editing.replace(file, seen, "surname: А\n")).toMatchObject({ kind: "written" });
    expect(await editing.replace(file, seen, "surname: Б\n")).toMatchObject({ kind: "stale" });
    expect(text()).toBe("surname: А\n");
  });

  it("keeps the line ends of the file when a page writes its text, which has others", async () => {
    const lines = (eol: string): string => ["surname: А", "# дело", "given: Б", ""].join(eol);
    writeFileSync(file, `\uFEFF${lines("\r\n")}`);
    const seen = await digest();
    expect(await editing.replace(file, seen, lines("\n"))).toMatchObject({ kind: "written", digest: seen });
    expect(editing.steps.undo).toBe(0);
    await editing.replace(file, seen, lines("\n").replace("Б", "В"));
    expect(text()).toBe(`\uFEFF${lines("\r\n").replace("Б", "В")}`);
  });

  it("leaves a step behind that has nothing more to take back", async () => {
    await editing.change(file, await digest(), [set("/surname", "Гончарова")]);
    await editing.replace(file, await digest(), text().replace("из личного дела", "по паспорту"));
    writeFileSync(file, text().replace("Тамара", "Тома"));
    await editing.undo();
    await editing.undo();
    expect(text()).toBe(PERSON.replace("из личного дела", "по паспорту").replace("Тамара", "Тома"));
  });

  it.each([
    ["an alias of nothing", "a: *x\n"],
    ["a bomb of aliases", `a: &a [1, 2, 3]\nb: &b [${"*a, ".repeat(40)}]\nc: [${"*b, ".repeat(40)}]\n`],
  ])("takes %s for no YAML that it edits", async (_, words) => {
    writeFileSync(file, words);
    expect(yamlData(words)).toBeUndefined();
    expect(await editing.change(file, await digest(), [set("/a", 2)])).toEqual({ kind: "unwritable", at: "/a" });
    expect(await editing.replace(file, await digest(), "a: 1\n")).toMatchObject({ kind: "written" });
  });

  it("says what it cannot write, and leaves the file", async () => {
    writeFileSync(file, "a: &x 1\nb: *x\n");
    expect(await editing.change(file, await digest(), [set("/a", 2)])).toEqual({ kind: "unwritable", at: "/a" });
    writeFileSync(file, "a: [");
    expect(await editing.change(file, await digest(), [set("/a", 2)])).toEqual({ kind: "unwritable", at: "/a" });
  });

  it.each([
    "../outside.yaml",
    "content/../outside.yaml",
    "content/register/2025/1.yaml",
    "content/approvals/1.yaml",
    "content/people/gonchar.txt",
    "content/people/link.yaml",
    "content/linked/gonchar.yaml",
  ])("writes nothing at %s", async (path) => {
    for (const name of ["register/2025", "approvals"]) mkdirSync(join(folder, "content", name), { recursive: true });
    const outside = join(folder, "outside.yaml");
    for (const name of [
      outside,
      join(folder, "content", "register/2025/1.yaml"),
      join(folder, "content", "approvals/1.yaml"),
    ])
      writeFileSync(name, "a: 1\n");
    symlinkSync(outside, join(folder, "content", "people", "link.yaml"));
    symlinkSync(join(folder, "content", "people"), join(folder, "content", "linked"));
    expect(await editing.change(join(folder, path), "", [set("/a", 2)])).toEqual({ kind: "foreign" });
    expect(await editing.read(join(folder, path))).toBeNull();
    expect(readFileSync(outside, "utf8")).toBe("a: 1\n");
  });

  it("says that a file is not there any more", async () => {
    const seen = await digest();
    rmSync(file);
    expect(await editing.change(file, seen, [set("/surname", "А")])).toEqual({ kind: "nothing" });
  });
});
