import fc from "fast-check";
import { expect } from "vitest";

/** Properties run on the same cases everywhere, so that a red run can be repeated; TRC_SEED=<number> looks at others. */
fc.configureGlobal({ seed: Number(process.env.TRC_SEED ?? 20_250_905) });

/** Files are compared as wholes: property by property a megabyte takes seconds. */
expect.addEqualityTesters([(a, b) => (Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : undefined)]);
