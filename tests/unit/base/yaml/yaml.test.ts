import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CachedYaml, decodeText, readYaml, shownText, type YamlFile } from "../../../../src/base/yaml/index.ts";

function read(content: string | Uint8Array): { readonly data: unknown; readonly found: string[] } {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { value, diagnostics } = readYaml({ path: "content/x.yaml", bytes });
  return {
    data: value?.data,
    found: diagnostics.map(({ code, place }) => `${code}:${place?.start.line}:${place?.start.column}`),
  };
}

describe("good YAML", () => {
  it("is read with plain dates, texts and numbers", () => {
    expect(read("date: 2025-09-05\nno: нет\nyes: yes\nn: 12\nlist: [а, б]\n")).toEqual({
      data: { date: "2025-09-05", no: "нет", yes: "yes", n: 12, list: ["а", "б"] },
      found: [],
    });
  });

  it.each([
    ["a byte order mark", "\ufeffa: 1\n"],
    ["CRLF", "a: 1\r\n"],
    ["comments", "# примечание\na: 1 # ещё\n"],
    ["a document mark", "---\na: 1\n"],
  ])("with %s is accepted", (_what, text) => {
    expect(read(text)).toEqual({ data: { a: 1 }, found: [] });
  });

  it("is composed: a letter with its mark apart is one letter, typed or brought in by an escape", () => {
    expect(read('a: и\u0306од\nb: "е\\u0308ж"\n').data).toEqual({ a: "йод", b: "ёж" });
  });

  it("knows the place of every value and key", () => {
    const { value } = readYaml({ path: "x.yaml", bytes: new TextEncoder().encode("a:\n  - b: слово\n") });
    expect(value?.placeOf("/a/0/b")).toMatchObject({ start: { line: 2, column: 8 }, end: { line: 2, column: 13 } });
    expect(value?.keyPlaceOf("/a/0/b")).toMatchObject({ start: { line: 2, column: 5 } });
    expect(value?.placeOf("/a/0/missing/deeper")).toMatchObject({ start: { line: 2 } });
  });
});

describe("a file known from an earlier reading", () => {
  it("has the same data, texts and places as one that is parsed, through JSON and for every record of the sample", () => {
    const names = readdirSync("content", { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".yaml"),
    );
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) {
      const source = { path: name, bytes: readFileSync(`content/${name}`), limit: 4e6 };
      let stored = "";
      const memory = { isValid: () => false, storeValid: () => undefined };
      const parsed = readYaml(source, {
        ...memory,
        yaml: () => undefined,
        storeYaml: (_, { data, spans, ranges }) => {
          stored = JSON.stringify({ data, spans, ranges });
        },
      });
      const kept = JSON.parse(stored) as CachedYaml;
      const known = readYaml(source, { ...memory, yaml: () => kept, storeYaml: () => expect.unreachable() });
      expect(reported(known.value, kept)).toEqual(reported(parsed.value, kept));
    }
  });

  function reported(file: YamlFile | undefined, { ranges }: CachedYaml): unknown {
    const places = ranges.map(([pointer]) => [
      file?.placeOf(pointer),
      file?.keyPlaceOf(pointer),
      file?.placeOf(`${pointer}/x`),
    ]);
    return { data: file?.data, text: file?.text, spans: file?.spans, places };
  }
});

describe("bad YAML", () => {
  it.each([
    ["a tab for indentation", "a:\n\tb: 1\n", "TRC1000:2"],
    ["a key given twice", "a: 1\nb: 2\na: 3\n", "TRC1005:3:1"],
    ["an anchor", "a: &x 1\n", "TRC1007:1"],
    [
      "an alias bomb",
      `a: &a [1]\n${Array.from({ length: 30 }, (_, i) => `k${i}: [*a, *a]`).join("\n")}\n`,
      "TRC1007:1",
    ],
    ["a merge key", "base: {a: 1}\nb:\n  <<: {a: 1}\n", "TRC1007:3:3"],
    ["a tag", "a: !!js/function 'x'\n", "TRC1007:1"],
    ["__proto__", "__proto__:\n  polluted: true\n", "TRC1009:1:1"],
    ["constructor", "a:\n  constructor: 1\n", "TRC1009:2:3"],
    ["a key that is a list", "? [a]\n: 1\n", "TRC1008:1"],
    ["two documents", "a: 1\n---\nb: 2\n", "TRC1006:2"],
    ["an unclosed quote", 'a: "слово\nb: 2\n', "TRC1000"],
    ["an unclosed bracket", "a: [1, 2\nb: 3\n", "TRC1000"],
    ["no space after a colon", "surname:Иванова\ngiven: Мария\n", "TRC1000"],
    ["a colon inside a value", "a: б: в\n", "TRC1000:1"],
    ["a leading zero", "code: 0815\n", "TRC1010:1:7"],
    ["infinity", "n: .inf\n", "TRC1011:1:4"],
    ["nothing", "", "TRC1002:1:1"],
    ["spaces only", "  \n\n", "TRC1002:1:1"],
    ["comments only", "# только примечание\n", "TRC1002:1"],
    ["a control character", "a: б\u0007в\n", "TRC1004:1:5"],
    ["Arabic", "a: б\nb: слово علا\n", "TRC1015:2:10"],
    ["Thai", "a: ไทย\n", "TRC1015:1:4"],
    ["Devanagari by an escape", 'a: "\\u0928"\n', "TRC1015:1:4"],
    ["a text of spaces", 'a: "  "\n', "TRC1016:1:4"],
    ["a text of nothing that can be seen", 'a: "\u200b\u00a0"\n', "TRC1016:1:4"],
    ["deep brackets", `a: ${"[".repeat(5000)}`, "TRC1012:1"],
    ["deep dashes", `${"- ".repeat(5000)}x\n`, "TRC1012:1"],
    ["deep keys", Array.from({ length: 80 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "TRC1012"],
  ])("%s is reported at its place", (_what, text, expected) => {
    expect(read(text).found.join(" ")).toContain(expected);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("names the line of a wrong encoding", () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("a: 1\nb: "), 0xcf, 0xf0, 0xe8, 0x0a]);
    expect(read(bytes).found).toEqual(["TRC1003:2:4"]);
  });

  it.each([
    ["UTF-16 with a mark", Buffer.from("\ufeffa: слово\n", "utf16le")],
    ["UTF-16 without one", Buffer.from("a: 1\nb: слово\n", "utf16le")],
    ["UTF-16 of the other order", Buffer.from("a: 1\nb: слово\n", "utf16le").swap16()],
  ])("%s is a wrong encoding, not a wrong character", (_what, bytes) => {
    expect(read(bytes).found).toEqual(["TRC1003:1:1"]);
  });

  it("does not parse a huge file", () => {
    expect(read(new Uint8Array(300_000).fill(0x61)).found).toEqual(["TRC1001:1:1"]);
    const template = { path: "templates/act/body.hbs", bytes: new Uint8Array(300_000).fill(0x61), limit: 131_072 };
    expect(decodeText(template).diagnostics).toMatchObject([
      { message: { ru: "Файл body.hbs слишком велик: можно не больше 128 КБ" } },
    ]);
  });

  it("reports the first twenty faults of a corrupt file and how many more there are", () => {
    const { found } = read(`a: &x 1\n${Array.from({ length: 5000 }, (_, i) => `k${i}: *x`).join("\n")}\n`);
    expect(found).toHaveLength(21);
    expect(found.at(-1)).toBe("TRC1026:1:1");
  });

  it("reports a clerk in Russian, with a way out, whatever is wrong", () => {
    const { diagnostics } = readYaml({
      path: "x.yaml",
      bytes: new TextEncoder().encode("surname:Иванова\ngiven: Мария\n"),
    });
    expect(diagnostics[0]?.hints.length).toBeGreaterThan(0);
    for (const { message } of diagnostics) expect(message.ru).toMatch(/[а-я]/);
  });
});

describe("any bytes at all", () => {
  it("never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void read(bytes)),
      { numRuns: 500 },
    );
  });

  it("made of the signs of YAML never throw", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab: -[]{}#&*!|>'\"%@`,?\n\t 0123.~<\\é"), maxLength: 80 });
    fc.assert(
      fc.property(text, (source) => void read(source)),
      { numRuns: 2000 },
    );
  });

  it("a good record corrupt in one place is read or reported, never thrown", () => {
    const good =
      "surname: Иванова\ngiven: Мария\npositions:\n  - {title: директор, organisation: centre, from: 2015-08-24}\n";
    const corrupt = fc
      .tuple(fc.nat(good.length), fc.nat(3), fc.string({ maxLength: 3 }))
      .map(([at, cut, put]) => good.slice(0, at) + put + good.slice(at + cut));
    fc.assert(
      fc.property(corrupt, (source) => void read(source)),
      { numRuns: 1000 },
    );
  });
});

describe("the text of a file that a finding is in", () => {
  it("is shown, but for bytes that are no text", () => {
    expect(shownText(new TextEncoder().encode("\ufeffимя: Анна\n"))).toBe("имя: Анна\n");
    expect(shownText(Uint8Array.of(0, 1, 0, 0, 0, 15))).toBeUndefined();
    expect(shownText(undefined)).toBeUndefined();
  });
});
