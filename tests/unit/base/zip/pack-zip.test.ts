import { deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterAll, expect, it } from "vitest";
import { packZip } from "../../../../src/base/zip/index.ts";

const timeZone = process.env.TZ;
afterAll(() => {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
});

it("gives the same bytes when the time zone of the process changes", () => {
  const packed: string[] = [];
  for (const zone of ["UTC", "Asia/Vladivostok", "America/Los_Angeles"]) {
    process.env.TZ = zone;
    packed.push(Buffer.from(packZip(new Map([["a.txt", "а"]]))).toString("hex"));
  }
  expect(new Date(0).getHours()).toBe(16);
  expect(new Set(packed).size).toBe(1);
  // Time and date of the first entry: midnight, 1 January 1980.
  expect(packed[0]?.slice(20, 28)).toBe("00002100");
});

it("holds every file as it was given, compressed or stored", () => {
  const files = new Map<string, Uint8Array | string>([
    ["пусто.txt", ""],
    ["б/слова.txt", "слово ".repeat(500)],
    ["а.png", Uint8Array.from({ length: 3000 }, (_, index) => (index * index) % 251)],
  ]);
  const zip = packZip(files, { compress: (path) => path.endsWith(".txt") });
  const read = unzipSync(zip);
  expect(Object.keys(read)).toEqual(["а.png", "б/слова.txt", "пусто.txt"]);
  for (const [path, content] of files) expect(Buffer.from(read[path] ?? [])).toEqual(Buffer.from(content));
  expect(zip.length).toBeLessThan(3700);
});

it("says the checksum of a file before it and in the directory", () => {
  // The check value of CRC-32: that of the nine digits.
  for (const compress of [true, false]) {
    const zip = Buffer.from(packZip(new Map([["a", "123456789"]]), { compress: () => compress }));
    expect(zip.readUInt32LE(14)).toBe(0xcbf43926);
    expect(zip.readUInt32LE(zip.readUInt32LE(zip.length - 6) + 16)).toBe(0xcbf43926);
  }
});

it("gives the same bytes whether its files are shared or not, however many there were before", () => {
  for (let round = 0; round < 100; round++) {
    const files = new Map([
      ["styles.xml", "стиль ".repeat(1 + (round % 3))],
      ["own.xml", `документ ${round}`],
    ]);
    const shared = packZip(files, { shared: () => true });
    expect(Buffer.from(shared)).toEqual(Buffer.from(packZip(files)));
  }
});

it("compresses a file of any length as zlib does with its longest window", () => {
  const words = Array.from({ length: 900 }, (_, index) => `${(index * index) % 251} слово `).join("");
  for (const length of [0, 1, 200, 1000, 3833, 3834, 3835, 5000]) {
    // It ends as it begins: the farthest repetition that there is.
    const bytes = Buffer.from(words).subarray(0, length);
    bytes.copy(bytes, Math.max(0, length - 40), 0, Math.min(40, length));
    const zip = Buffer.from(packZip(new Map([["a", bytes]])));
    expect(zip.subarray(31, 31 + zip.readUInt32LE(18))).toEqual(deflateRawSync(bytes));
  }
});
