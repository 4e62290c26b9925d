import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startOf } from "../../../../src/base/diagnostics/index.ts";
import { chooseFonts, type FontFile, type FontWish, loadFonts } from "../../../../src/typesetting/fonts/index.ts";
import { readFont } from "../../../../src/typesetting/fonts/read-font.ts";
import { fontFile, MADE_FACES, type MadeFont, madeFamily, madeFont } from "../../../support/made-fonts.ts";
import { runs } from "../../../support/runs.ts";

const SETTINGS = "content/settings.yaml";

function choose(files: readonly FontFile[], font: string | null = "Проба", fallbackFont: string | null = null) {
  const placeOf: FontWish["placeOf"] = (setting) => ({ ...startOf(SETTINGS), file: `${SETTINGS}#${setting}` });
  return chooseFonts(files, { font, fallbackFont, placeOf });
}

/** Codes with their places, by file and line. */
function found(...asked: Parameters<typeof choose>): string[] {
  return choose(...asked).diagnostics.map(({ code, place }) => `${code} ${place?.file}:${place?.start.line}`);
}

/** What is found of a family whose regular file is another one. */
function withRegular(bytes: Uint8Array): string[] {
  const [regular, ...others] = madeFamily();
  return found([fontFile(bytes, regular?.path ?? ""), ...others]).filter((one) => !one.startsWith("TRC5015"));
}

describe("a family of the project", () => {
  it("is taken by its name, whatever the names of its files and their order", () => {
    const files = madeFamily({ family: "Моя гарнитура 2" });
    const { value, diagnostics } = choose([...files].reverse(), "Моя гарнитура 2");
    expect(diagnostics).toEqual([]);
    expect(value?.family).toBe("Моя гарнитура 2");
    expect(value?.digest).toBe(choose(files, "Моя гарнитура 2").value?.digest);
    expect(MADE_FACES.map((face) => value?.[face].widthOf("Приказ"))).toEqual(
      MADE_FACES.map((face) => loadFonts()[face].widthOf("Приказ")),
    );
  });

  it("may be called by its name in any language, and is called in English", () => {
    const names = { 1049: "Проба засечками", 1033: "Probe Serif" };
    expect(choose(madeFamily({ names }), "Проба засечками").value?.family).toBe("Probe Serif");
    expect(choose(madeFamily({ names }), "Probe Serif").value?.family).toBe("Probe Serif");
  });

  it("may be one of those that the program stands for, and nothing is asked of a project without a word in settings", () => {
    expect(choose([], "Liberation Serif").value).toMatchObject({ family: "Liberation Serif", fallback: null });
    expect(choose([], null).value).toBe(loadFonts());
  });

  it("of which nobody has a file is an error where it is named", () => {
    const { diagnostics } = choose(madeFamily({ family: "PT Serif" }), "PT Serf");
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.file])).toContainEqual([
      "TRC5012",
      "error",
      `${SETTINGS}#font`,
    ]);
    expect(diagnostics.find(({ code }) => code === "TRC5012")?.hints.map(({ ru }) => ru)).toEqual([
      "Возможно, имелось в виду: PT Serif",
    ]);
  });

  it("without a style is an error that names it; of another family the regular one is enough", () => {
    const [regular, bold, italic] = madeFamily() as [FontFile, FontFile, FontFile];
    const { diagnostics } = choose([regular, bold, italic]);
    expect(diagnostics.map(({ code, message }) => [code, message.ru])).toEqual([
      ["TRC5015", "У гарнитуры «Проба» нет начертаний: полужирный курсив"],
    ]);
    expect(found([regular], null, "Проба")).toEqual([]);
    expect(found([bold], null, "Проба")).toEqual([`TRC5015 ${SETTINGS}#fallbackFont:1`]);
  });

  it("with two files of a style, or a file of a family that nobody names, is told so at the file", () => {
    const twice = fontFile(madeFont({ face: "bold" }), "content/fonts/semibold.ttf");
    expect(found([...madeFamily(), twice])).toEqual(["TRC5013 content/fonts/semibold.ttf:1"]);
    const other = fontFile(madeFont({ family: "Другая" }), "content/fonts/other.ttf");
    const { value, diagnostics } = choose([...madeFamily(), other]);
    expect(value).toBeDefined();
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.file])).toEqual([
      ["TRC5014", "warning", "content/fonts/other.ttf"],
    ]);
  });

  it("takes the height of a line as Word does, and says where other programs take another one", () => {
    const same = choose(madeFamily({ hhea: [1900, -500, 0], win: [1900, 500] }));
    expect(same.diagnostics).toEqual([]);
    expect(same.value?.regular).toMatchObject({ ascent: 1900 / 2048, descent: 500 / 2048, gap: 0 });
    const parted = choose(madeFamily({ hhea: [1800, -400, 150], win: [1900, 400] }));
    expect(parted.diagnostics).toEqual([]);
    expect(parted.value?.regular).toMatchObject({ ascent: 1900 / 2048, descent: 400 / 2048, gap: 50 / 2048 });
    const other = choose(madeFamily({ hhea: [1800, -400, 0], win: [1900, 400] }));
    expect(other.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["TRC5016", "warning"]]);
    expect(other.value?.regular).toMatchObject({ ascent: 1900 / 2048, descent: 400 / 2048, gap: 0 });
  });
});

describe("a licence", () => {
  it.each([
    [0, []],
    [0x0004, []],
    [0x0008, []],
    [0x0002, ["TRC5011 content/fonts/regular.ttf:1"]],
    [0x0006, []],
    [0x0104, ["TRC5011 content/fonts/regular.ttf:1"]],
    [0x0208, ["TRC5011 content/fonts/regular.ttf:1"]],
  ])("with the bits %i lets a font be embedded or not", (fsType, expected) => {
    expect(withRegular(madeFont({ fsType }))).toEqual(expected);
  });
});

describe("a file that cannot be used", () => {
  const whole = madeFont();
  const changed = Uint8Array.from(whole, (byte, index) => (index === whole.length - 5000 ? byte ^ 1 : byte));
  const web = Uint8Array.from([...Buffer.from("wOF2"), ...whole.subarray(4)]);
  const collection = Uint8Array.from([...Buffer.from("ttcf"), ...whole.subarray(4)]);
  const made = (tag: string, font: MadeFont = {}): Uint8Array =>
    madeFont({ ...font, tables: { [tag]: new Uint8Array(8) } });
  it.each([
    ["no font", new TextEncoder().encode("это не шрифт, а письмо"), "не шрифт"],
    ["empty", new Uint8Array(), "не шрифт"],
    ["cut short", whole.subarray(0, 200_000), "обрывается"],
    ["changed by a bit", changed, "повреждена"],
    ["for web sites", web, "WOFF"],
    ["a collection", collection, "коллекция"],
    ["variable", made("fvar"), "вариативный"],
    ["of CFF2", made("CFF2"), "CFF2"],
    ["coloured", made("COLR"), "цветной"],
    ["without a name", madeFont({ names: {} }), "name"],
    ["too large", new Uint8Array(16 * 1024 * 1024 + 1), "больше 16 МиБ"],
  ])("is an error at its place: %s", (_name, bytes, says) => {
    const { value, diagnostics } = choose([...madeFamily(), fontFile(bytes, "content/fonts/bad.ttf")]);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, place }) => [code, place?.file])).toEqual([["TRC5010", "content/fonts/bad.ttf"]]);
    expect(diagnostics[0]?.message.ru).toContain(says);
    expect(diagnostics[0]?.hints.length).toBeGreaterThan(0);
  });

  it("is one although its tables are whole, when its letters cannot be read", () => {
    const [, ...others] = madeFamily();
    const bad = madeFont({ tables: { glyf: new Uint8Array(4000).fill(0x7f) } });
    expect(found([fontFile(bad, "content/fonts/bad.ttf"), ...others])).toEqual(["TRC5010 content/fonts/bad.ttf:1"]);
  });

  it("never stops the reading, whatever its bytes", () => {
    const at = fc.nat(whole.length - 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(fc.nat(400), at), fc.nat(255)), { maxLength: 8 }), at, (edits, end) => {
        const bytes = Uint8Array.from(whole);
        for (const [place, byte] of edits) bytes[place] = byte;
        const cut = readFont(bytes.subarray(0, end));
        expect("message" in cut).toBe(true);
        const read = readFont(bytes);
        expect("message" in read || read.families.length > 0).toBe(true);
      }),
      { numRuns: runs(40, 2000) },
    );
  });
});
