import { expect, it } from "vitest";
import { verdictsOf } from "../../conformance/support/verdicts.mjs";

const good = { title: "one", faults: [] };

it.each([
  ["verdicts as they are", () => [good], [good]],
  ["no verdict", () => [], [{ title: "of: no verdict", faults: ["nothing was looked at"] }]],
  [
    "a failure",
    () => Promise.reject(new Error("gone")),
    [{ title: "of: the validator itself failed", faults: [expect.stringContaining("gone")] }],
  ],
])("a validator of the conformance set has %s", async (_what, validate, expected) => {
  expect(await verdictsOf("of", validate, {})).toEqual(expected);
});
