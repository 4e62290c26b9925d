import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { FaultBase } from "../support/fault-base.ts";
import { shownFinding } from "../support/fault-run.ts";
import { type Fault, inject } from "../support/faults.ts";

/** A text alone stands in place of a task of an order. */
type Variant = string | Pick<Fault, "file" | "from" | "to">;

const folder = "tests/faults/harmless";
const variants = readdirSync(folder)
  .sort()
  .flatMap((name) => parse(readFileSync(`${folder}/${name}`, "utf8")) as Variant[])
  .map((one) =>
    typeof one === "string"
      ? {
          file: "orders/2026/11-od-2026.yaml",
          from: "принять заявки на участие в конференции",
          to: JSON.stringify(one),
        }
      : one,
  );
const base = new FaultBase("content");

describe("records that are odd but right", () => {
  it.each(variants.map((one) => [`${one.file} ${one.to?.slice(0, 60)}`, one] as const))("%s", (_name, variant) => {
    const { text } = inject({ code: "", ...variant }, base.textOf(variant.file));
    expect(base.check({ [variant.file]: text }, "2026-12-31").map(shownFinding)).toEqual([]);
  });

  it("are at least 300", () => expect(variants.length).toBeGreaterThanOrEqual(300));
});
