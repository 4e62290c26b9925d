import fc from "fast-check";

/** Properties run on the same cases everywhere, so that a red run can be repeated; TRC_SEED=<number> looks at others. */
fc.configureGlobal({ seed: Number(process.env["TRC_SEED"] ?? 20_250_905) });
