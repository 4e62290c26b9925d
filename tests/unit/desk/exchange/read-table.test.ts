import { utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { readTables } from "../../../../src/desk/exchange/read-table.ts";

const broken = vi.hoisted(() => ({ now: false }));
vi.mock("@e965/xlsx", async (original) => {
  const library = await original<typeof import("@e965/xlsx")>();
  const decodeRange: typeof library.utils.decode_range = (area) => {
    if (broken.now) throw new TypeError("a fault of the program");
    return library.utils.decode_range(area);
  };
  return { ...library, utils: { ...library.utils, decode_range: decodeRange } };
});

const bytes = new TextEncoder().encode("Мероприятие;Срок\nСеминар;декабрь\n");

describe("readTables", () => {
  it("says that a file is no table", async () => {
    const { diagnostics } = await readTables("план.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0));
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC9101"]);
  });

  it.each([
    ["as it is", new Uint8Array(33 * 1024 * 1024).fill(0x3b)],
    ["once it is unpacked", zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(33 * 1024 * 1024) }, { level: 1 })],
  ])("refuses a file that is too large %s, in words", async (_how, large) => {
    const [found, ...more] = (await readTables("план.xlsx", large)).diagnostics;
    expect([found?.code, more]).toEqual(["TRC9101", []]);
    expect(found?.message.en).toContain("over 32 MB");
  });

  it("goes no further than values do, whatever is styled or merged beyond them", async () => {
    const sheet = utils.aoa_to_sheet([["Мероприятие", "Срок"], ["Семинар"]]);
    sheet["!merges"] = [utils.decode_range("B2:C3"), utils.decode_range("F9:G10")];
    const parts = unzipSync(
      new Uint8Array(write({ SheetNames: ["План"], Sheets: { План: sheet } }, { type: "array", bookType: "xlsx" })),
    );
    // The library would write every cell of a sheet that is so large: what a program for tables writes is put in by hand.
    const name = "xl/worksheets/sheet1.xml";
    const wide = strFromU8(parts[name] ?? new Uint8Array())
      .replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>')
      .replace("F9:G10", "F9:XFD1048576");
    expect(wide.match(/XFD1048576/g)).toHaveLength(2);
    const file = zipSync({ ...parts, [name]: strToU8(wide) });
    const [table] = (await readTables("план.xlsx", file)).value ?? [];
    expect(
      table?.rows.map(({ number, cells }) => [
        number,
        ...cells.map(({ text, repeated, width }) => `${text}${repeated ? "^" : ""}${width}`),
      ]),
    ).toEqual([
      [1, "Мероприятие1", "Срок1", "1"],
      [2, "Семинар1", "2", "1"],
      [3, "1", "^2", "1"],
    ]);
  });

  it("lets the library print nothing of a damaged file of an old Excel", async () => {
    const sheet = utils.aoa_to_sheet([
      ["Мероприятие", "Срок"],
      ["Семинар", "декабрь"],
    ]);
    const book = { SheetNames: ["План"], Sheets: { План: sheet } };
    const whole = new Uint8Array(write(book, { type: "array", bookType: "biff8" }));
    const printed = vi.spyOn(console, "error").mockReturnValue();
    for (let at = 512; at < whole.length; at += 2)
      await readTables("план.xls", whole.with(at, 0xba).with(at + 1, 0xba));
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it("leaves a fault of the program one, instead of blaming the file", async () => {
    expect((await readTables("план.csv", bytes)).value).toHaveLength(1);
    broken.now = true;
    await expect(readTables("план.csv", bytes)).rejects.toThrow("a fault of the program");
  });
});
