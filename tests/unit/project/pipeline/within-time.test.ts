import { expect, it } from "vitest";
import { withinTime } from "../../../../src/project/pipeline/within-time.ts";

it("work that cannot wait is ended by a request to end the process, unless somebody goes on listening for it", () => {
  const [once, always] = [() => undefined, () => undefined];
  process.once("SIGTERM", once).on("SIGTERM", always);
  const during = withinTime(1, () => process.listeners("SIGTERM"))?.value;
  const after = process.listeners("SIGTERM");
  process.off("SIGTERM", once).off("SIGTERM", always);
  expect(during).toContain(always);
  expect(during).not.toContain(once);
  expect(after).toEqual(expect.arrayContaining([once, always]));
});
