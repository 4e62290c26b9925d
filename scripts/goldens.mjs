// Writes the agreed pages (tests/goldens/*.txt) anew: `npm run goldens` all of them, `npm run goldens -- order-general act` only these.
import { spawnSync } from "node:child_process";

const asked = process.argv.slice(2);
const { status } = spawnSync("npx", ["vitest", "run", "tests/set/goldens.test.ts"], {
  env: { ...process.env, TRC_UPDATE_GOLDENS: asked.length === 0 ? "all" : asked.join(",") },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
