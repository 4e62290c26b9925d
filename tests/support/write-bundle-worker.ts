// Puts one of two bundles in its place. Bundled and run by tests/office/release-kill.test.ts with break-at-step.mjs before it.
import { writeBundle } from "../../src/office/release/write-bundle.ts";

const [target = "", fill = ""] = process.argv.slice(2);
const faults = await writeBundle(target, async () => ({ value: Buffer.alloc(100_000, fill), diagnostics: [] }));
process.exitCode = faults.length > 0 ? 1 : 0;
