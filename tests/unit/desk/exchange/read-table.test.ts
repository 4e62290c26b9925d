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

  it("leaves a fault of the program one, instead of blaming the file", async () => {
    expect((await readTables("план.csv", bytes)).value).toHaveLength(1);
    broken.now = true;
    await expect(readTables("план.csv", bytes)).rejects.toThrow("a fault of the program");
  });
});
