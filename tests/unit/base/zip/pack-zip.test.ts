import { afterAll, expect, it } from "vitest";
import { packZip } from "../../../../src/base/zip/index.ts";

const timeZone = process.env.TZ;
afterAll(() => {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
});

it("gives the same bytes when the time zone of the process changes", async () => {
  const packed: string[] = [];
  for (const zone of ["UTC", "Asia/Vladivostok", "America/Los_Angeles"]) {
    process.env.TZ = zone;
    packed.push(Buffer.from(await packZip(new Map([["a.txt", "а"]]))).toString("hex"));
  }
  expect(new Date(0).getHours()).toBe(16);
  expect(new Set(packed).size).toBe(1);
  // Time and date of the first entry: midnight, 1 January 1980.
  expect(packed[0]?.slice(20, 28)).toBe("00002100");
});
