/**
 * True where the tests of many runs (properties, kills, damages) are asked to go all the way: `npm run test:long`, the step `long` of the
 * conformance set. Everyday runs do a short twin of each: the same test over fewer cases. Where conformance follows anyway, `TRC_RUNS=later`
 * leaves out the files that it runs whole (long-runs.json).
 */
export const LONG = process.env.TRC_RUNS === "many";

/** How many runs (or which cases): few every day, many where they are asked for. */
export function runs<Runs = number>(few: Runs, many: Runs): Runs {
  return LONG ? many : few;
}

/** All cases where many runs are asked for; else each n-th of them, whatever their order a different part of every group of ways. */
export function someOf<T>(cases: readonly T[], nth: number): readonly T[] {
  return LONG ? cases : cases.filter((_one, index) => index % nth === 0);
}
