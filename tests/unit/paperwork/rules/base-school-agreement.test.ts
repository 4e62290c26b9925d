import { describe, expect, it } from "vitest";
import { type Changes, FaultBase } from "../../../support/fault-base.ts";
import { overlay } from "../../../support/overlay.ts";

const base = new FaultBase("content");
const [FIRST, SECOND] = ["agreements/2-2025-trc.yaml", "agreements/3-2025-trc.yaml"];

function changed(file: string, snippet: string): Changes {
  return { [file]: overlay(base.texts.get(file) ?? "", snippet) };
}

/** The sample without agreements with base schools, and without what rests on one. */
const none: Changes = Object.fromEntries(
  [FIRST, SECOND, "agreements/1-2026-bp.yaml", "documents/transfer-1-2026.yaml"].map((file) => [file, null]),
);
/** And without whatever shows that the work goes on: only what stood on the day of the order is left. */
const early: Changes = {
  ...none,
  ...Object.fromEntries(
    [...base.texts.keys()]
      .filter((file) =>
        /^(reports|results|register|approvals|documents|orders|plans|activities|agreements)\//.test(file),
      )
      .filter((file) => !["orders/2025/145-od-2025.yaml", "documents/application-2025.yaml"].includes(file))
      .map((file) => [file, null]),
  ),
};

function found(changes: Changes, today: string | null = null): string[] {
  return base
    .check(changes, today)
    .filter(({ code }) => code === "TRC2112")
    .map(({ place, actual }) => `${place?.file}: ${actual}`);
}

describe("an agreement with each base school", () => {
  const missing = ["base-obraztsovo", "base-uchebnoe"].map((id) => `content/orders/2025/145-od-2025.yaml: ${id}`);

  it("is asked for when there is none at all and the reports are made", () => expect(found(none)).toEqual(missing));
  it("is not asked for on the day of the order on the status", () => expect(found(early, "2025-09-05")).toEqual([]));
  it("is asked for when the last term of that order is over", () => {
    expect(found(early, "2025-09-12")).toEqual([]);
    expect(found(early, "2025-09-13")).toEqual(missing);
  });
  it("may be one of an earlier time that goes on", () => {
    const old =
      "date: 2024-09-11\nbasedOn: []\nterm: {from: 2024-09-12, to: 2025-08-31, prolongation: auto, noticeDays: 30}";
    expect(found(changed(FIRST as string, old))).toEqual([]);
    expect(found(changed(FIRST as string, old.replace("auto", "none")))).toEqual(missing.slice(0, 1));
  });
});
