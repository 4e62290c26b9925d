import { defineConfig } from "vitest/config";
import longRuns from "./tests/support/long-runs.json" with { type: "json" };
import { LongestFirst } from "./tests/support/longest-first.ts";
import { LONG } from "./tests/support/runs.ts";

/** Each takes a worker of its own: one replaces a module, one sets the time zone and the locale, one asks what has been loaded. */
const ALONE = [
  "tests/unit/desk/exchange/read-table.test.ts",
  "tests/project/reproducible.test.ts",
  "tests/unit/language/dictionary.test.ts",
];

/** Where conformance follows (.ci/run), it runs these to their full length: their short twins would be a second run. */
const RUN_LATER = process.env.TRC_RUNS === "later" ? Object.values(longRuns).flat() : [];

export default defineConfig({
  test: {
    projects: [
      // A worker goes on from file to file: what the program has loaded, parsed and compiled once it keeps, as in a process that goes on.
      {
        extends: true,
        test: { name: "shared", include: ["tests/**/*.test.ts"], exclude: [...ALONE, ...RUN_LATER], isolate: false },
      },
      { extends: true, test: { name: "alone", include: ALONE } },
    ],
    globalSetup: ["tests/support/shared-folder.ts"],
    setupFiles: ["tests/support/seed.ts"],
    sequence: { sequencer: LongestFirst },
    // By itself it leaves a core idle, and CI has two.
    maxWorkers: "100%",
    // Against a test that never ends, not against a slow machine: those of many runs take minutes where an everyday run takes seconds.
    testTimeout: LONG ? 1_200_000 : 240_000,
    hookTimeout: 240_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/paperwork/schemas/types.ts", "src/**/*.d.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 80, functions: 80, branches: 70, statements: 80 },
    },
  },
});
