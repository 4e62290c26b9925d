import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document, isCollection, isScalar, isSeq, parseDocument, Scalar, visit } from "yaml";
import {
  changedData,
  changesBetween,
  changeYaml,
  changeYamlInOrder,
  type YamlChange,
  type YamlData,
  yamlData,
} from "../../../../src/base/yaml/index.ts";
import { runs } from "../../../support/runs.ts";

const RECORD = `# yaml-language-server: $schema=../../schemas/person.json
surname: Гончар   # как в паспорте
given: "Тамара"
patronymic: 'Михайловна'

phone:
positions:
  # первая
  - {title: секретарь, organisation: centre, from: 2009-02-02} # и сейчас
  - title: делопроизводитель
    organisation: centre

  # совместительство
  - organisation: school
    title: >-
      секретарь учебной
      части
tags: [a, b]
note: |
  одна
  вторая
# конец
`;

describe("a change of a YAML text", () => {
  it.each<[string, YamlChange, string, string]>([
    ["a plain value", { kind: "set", at: "/surname", value: "Гончарова" }, "surname: Гончар ", "surname: Гончарова "],
    ["in double quotes", { kind: "set", at: "/given", value: 'То"ма' }, '"Тамара"', '"То\\"ма"'],
    ["in single quotes", { kind: "set", at: "/patronymic", value: "Д'Арк" }, "'Михайловна'", "'Д''Арк'"],
    ["one that needs quotes", { kind: "set", at: "/surname", value: "012" }, "Гончар ", '"012" '],
    ["a sign of a comment in it", { kind: "set", at: "/surname", value: "а # б" }, "Гончар ", '"а # б" '],
    ["an empty one", { kind: "set", at: "/phone", value: "+7" }, "phone:", 'phone: "+7"'],
    ["inside brackets", { kind: "set", at: "/positions/0/title", value: "a, b" }, "title: секретарь", 'title: "a, b"'],
    [
      "folded lines",
      { kind: "set", at: "/positions/2/title", value: "секретарь" },
      "секретарь учебной\n      части",
      "секретарь",
    ],
    ["lines", { kind: "set", at: "/note", value: "одна\n\nтретья\n" }, "  одна\n  вторая\n", "  одна\n\n  третья\n"],
    [
      "text that becomes lines",
      { kind: "set", at: "/surname", value: "а\nб" },
      "Гончар   # как в паспорте",
      "|-   # как в паспорте\n  а\n  б",
    ],
    [
      "a property behind the one before it",
      { kind: "set", at: "/email", value: "a@b.ru", order: ["phone", "email"] },
      "phone:\n",
      "phone:\nemail: a@b.ru\n",
    ],
    [
      "a property of brackets",
      { kind: "set", at: "/positions/0/to", value: "2010-01-01" },
      "2009-02-02}",
      "2009-02-02, to: 2010-01-01}",
    ],
    [
      "a property of an item",
      { kind: "set", at: "/positions/1/from", value: "2010-01-01" },
      "organisation: centre\n\n",
      "organisation: centre\n    from: 2010-01-01\n\n",
    ],
    [
      "an item at the end",
      { kind: "insert", at: "/positions/3", value: { title: "x" } },
      "части\n",
      "части\n  - title: x\n",
    ],
    [
      "an item in the middle",
      { kind: "insert", at: "/positions/1", value: { title: "x" } },
      "# и сейчас\n",
      "# и сейчас\n  - title: x\n",
    ],
    ["an item of brackets", { kind: "insert", at: "/tags/2", value: "c" }, "[a, b]", "[a, b, c]"],
    [
      "an item taken out",
      { kind: "remove", at: "/positions/1" },
      "  - title: делопроизводитель\n    organisation: centre\n",
      "",
    ],
    [
      "the first property of an item",
      { kind: "remove", at: "/positions/1/title" },
      "title: делопроизводитель\n    ",
      "",
    ],
    ["a property taken out", { kind: "remove", at: "/given" }, 'given: "Тамара"\n', ""],
    ["an item of brackets taken out", { kind: "remove", at: "/tags/0" }, "[a, b]", "[b]"],
    ["a value that becomes a list", { kind: "set", at: "/phone", value: ["a"] }, "phone:\n", "phone:\n  - a\n"],
    ["a list that becomes empty", { kind: "set", at: "/tags", value: [] }, "[a, b]", "[]"],
  ])("touches nothing but %s", (_name, change, old, next) => {
    expect(RECORD.split(old)).toHaveLength(2);
    for (const eol of ["\n", "\r\n"])
      for (const mark of ["", "\uFEFF"]) {
        const written = (text: string): string => mark + text.replaceAll("\n", eol);
        expect(changeYaml(written(RECORD), change)).toBe(written(RECORD.replace(old, () => next)));
      }
  });

  it("moves an item with the comment on its line, and leaves what stands between", () => {
    const text = "a:\n  # one\n  - 1 # I\n\n  - {x: 2} # II\n  - 3\n";
    expect(changeYaml(text, { kind: "move", at: "/a/0", to: 2 })).toBe(
      "a:\n  # one\n  - {x: 2} # II\n\n  - 3\n  - 1 # I\n",
    );
  });

  it("keeps anchors, and refuses a change that would mean something else through them", () => {
    const text = "a: &x one\nb: *x\nc: two\n";
    expect(changeYaml(text, { kind: "set", at: "/c", value: "three" })).toBe("a: &x one\nb: *x\nc: three\n");
    expect(changeYaml(text, { kind: "set", at: "/b", value: "other" })).toBe("a: &x one\nb: other\nc: two\n");
    expect(changeYaml(text, { kind: "set", at: "/a", value: "other" })).toBeNull();
  });

  it.each<[string, YamlChange]>([
    ["a: [", { kind: "set", at: "/a", value: 1 }],
    ["a: 1\na: 2\n", { kind: "set", at: "/a", value: 1 }],
    ["", { kind: "set", at: "/a", value: 1 }],
    ["a: 1\n", { kind: "set", at: "/b/c", value: 1 }],
    ["a: 1\n", { kind: "remove", at: "/b" }],
    ["a: [1]\n", { kind: "insert", at: "/a/2", value: 1 }],
    ["a: [1]\n", { kind: "move", at: "/a/0", to: 1 }],
  ])("refuses what cannot be done in %j", (text, change) => {
    expect(changeYaml(text, change)).toBeNull();
  });
});

const words = fc.oneof(
  fc.constantFrom(
    "слово",
    "два слова",
    "2025-09-05",
    "012",
    "true",
    "null",
    "~",
    "- a",
    "a: b",
    "# x",
    "а # б",
    "[x",
    "{",
    "a, b",
    "*a",
    "&b",
    "!t",
    "'",
    '"',
    "",
    " a ",
    "a\nb",
    "a\n\nb\n",
    "\n",
    "  x\ny",
    "№ 5-ОД",
    "\\n",
    "🙂",
    "@x",
    "%y",
    "? q",
    "| z",
    "> w",
  ),
  fc.string({ maxLength: 12 }),
  fc.lorem({ maxCount: 30 }),
);
const scalars = fc.oneof({ weight: 5, arbitrary: words }, fc.integer(), fc.boolean(), fc.constant(null));
const names = fc.constantFrom("a", "b", "number", "дата", "k1", "x-y", "items", "12", "q q");
const { data } = fc.letrec<{ data: YamlData }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    scalars as fc.Arbitrary<YamlData>,
    fc.array(tie("data"), { maxLength: 4 }) as fc.Arbitrary<YamlData>,
    fc.dictionary(names, tie("data"), { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<YamlData>,
  ),
}));
const record = fc.dictionary(names, data, { minKeys: 1, maxKeys: 5, noNullPrototype: true });
const whims = fc.infiniteStream(fc.nat(99));

/** The same data as people and programs write them: brackets or lines, quotes or none, comments and blank lines anywhere. */
function written(value: YamlData, whim: Iterator<number>): string {
  const next = (): number => whim.next().value as number;
  const document = new Document(value, { version: "1.2", schema: "core" });
  visit(document, {
    Node: (key, node) => {
      // Nobody writes keys in lines of their own.
      if (key === "key") {
        if (isScalar(node)) node.type = next() < 30 ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
        return;
      }
      if (isCollection(node)) node.flow = next() < 25;
      if (isScalar(node) && typeof node.value === "string" && next() < 60)
        node.type = (
          [Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE, Scalar.PLAIN, Scalar.BLOCK_FOLDED, Scalar.BLOCK_LITERAL] as const
        )[next() % 5] as Scalar.Type;
      if (next() < 15) node.comment = ` замечание ${next()}`;
      if (next() < 10) node.commentBefore = ` перед ${next()}`;
      if (next() < 10) node.spaceBefore = true;
    },
  });
  const text = document.toString({
    indent: 2 + (next() % 3),
    indentSeq: next() < 70,
    flowCollectionPadding: next() < 50,
    lineWidth: next() < 50 ? 0 : 40,
  });
  const eol = next() < 30 ? "\r\n" : "\n";
  const mark = next() < 20 ? "\uFEFF" : "";
  return mark + (next() < 20 ? text.replace(/\n$/, "") : text).replaceAll("\n", eol);
}

/** Pointers of all values. */
function pointers(value: YamlData, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => pointers(one as YamlData, `${at}/${key}`))];
}

function changeOf(value: YamlData, whim: Iterator<number>, fresh: YamlData): YamlChange {
  const next = (): number => whim.next().value as number;
  const all = pointers(value);
  const at = all[(next() * 100 + next()) % all.length] as string;
  const there = at
    .split("/")
    .slice(1)
    .reduce<unknown>((node, step) => (node as { [key: string]: unknown })[step], value);
  const kind = next() % 5;
  if (Array.isArray(there) && kind === 1)
    return { kind: "insert", at: `${at}/${next() % (there.length + 1)}`, value: fresh };
  if (Array.isArray(there) && kind === 2 && there.length > 0)
    return { kind: "move", at: `${at}/${next() % there.length}`, to: next() % there.length };
  if (at !== "" && kind === 3) return { kind: "remove", at };
  if (typeof there === "object" && there !== null && !Array.isArray(there))
    return { kind: "set", at: `${at}/new`, value: fresh, order: Object.keys(there).slice(0, 1).concat("new") };
  return at === "" ? { kind: "set", at: "/new", value: fresh } : { kind: "set", at, value: fresh };
}

function comments(text: string): string[] {
  return [...text.matchAll(/# (?:замечание|перед) \d+/g)].map(([found]) => found).sort();
}

describe("any change", () => {
  it("says exactly what it has to say, and refuses next to nothing", () => {
    let [made, refused] = [0, 0];
    fc.assert(
      fc.property(record, fc.array(data, { minLength: 1, maxLength: 6 }), whims, (value, values, stream) => {
        const whim = stream[Symbol.iterator]();
        let text = written(value, whim);
        let now = yamlData(text);
        fc.pre(now !== undefined);
        for (const fresh of values) {
          const change = changeOf(now as YamlData, whim, fresh);
          const wanted = changedData(now as YamlData, change) as YamlData;
          const after = changeYaml(text, change);
          if (after === null) {
            refused++;
            continue;
          }
          made++;
          expect(parseDocument(after.replace(/^\uFEFF/, ""), { version: "1.2", schema: "core" }).toJS()).toEqual(
            wanted,
          );
          expect(after.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
          [text, now] = [after, wanted];
        }
      }),
      { numRuns: runs(300, 2000) },
    );
    expect(refused / made).toBeLessThan(0.01);
  });

  it("leaves every other byte: what is added stands in one piece, what is taken out stood in one", () => {
    fc.assert(
      fc.property(record, data, whims, (value, fresh, stream) => {
        const whim = stream[Symbol.iterator]();
        const text = written(value, whim);
        const now = yamlData(text);
        fc.pre(now !== undefined);
        const change = changeOf(now as YamlData, whim, fresh);
        const after = changeYaml(text, change);
        if (after === null) return;
        if (change.kind === "move") expect([...after].sort()).toEqual([...text].sort());
        if (change.kind === "insert" || (change.kind === "set" && change.at.endsWith("/new")))
          expect(comments(after)).toEqual(comments(text));
        const before = text.replace(/^\uFEFF/, "");
        const said = after.replace(/^\uFEFF/, "");
        const document = parseDocument(before, { version: "1.2", schema: "core" });
        const path = change.at.split("/").slice(1);
        const node = path.reduce<unknown>(
          (at, step) =>
            isSeq(at)
              ? at.items[Number(step)]
              : isCollection(at)
                ? at.get(/^\d+$/.test(step) && at.has(Number(step)) ? Number(step) : step, true)
                : undefined,
          document.contents,
        );
        if (change.kind !== "set" || !isScalar(node) || typeof change.value === "object" || !node.range) return;
        // A value for a value: the text before and behind its own bytes is the same.
        const [start, end] = node.range;
        expect(said.slice(0, start).trimEnd()).toBe(before.slice(0, start).trimEnd());
        const rest = before.slice(end).trim();
        expect(said.trim().slice(said.trim().length - rest.length)).toBe(rest);
      }),
      { numRuns: runs(300, 2000) },
    );
  });

  it("leads from any data to any other, and back to the same data", () => {
    fc.assert(
      fc.property(record, record, whims, (from, to, stream) => {
        const text = written(from, stream[Symbol.iterator]());
        const now = yamlData(text) as YamlData;
        const there = changeYamlInOrder(text, changesBetween(now, to));
        if (there === null) return;
        expect(yamlData(there)).toEqual(to);
      }),
      { numRuns: runs(200, 3000) },
    );
  });
});
