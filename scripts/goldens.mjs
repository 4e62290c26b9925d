// Writes the agreed pages (tests/goldens/*.txt) and how they are read aloud (tests/goldens/read-aloud/*.txt) anew: `npm run goldens` all of them, `npm run goldens -- order-general act` only these.
import { spawnSync } from "node:child_process";

const asked = process.argv.slice(2);
// A document that is new stands on the cover as well; what is not asked for is not compared here.
const only = asked.length === 0 ? [] : ["-t", `^the (pages|reading) of (${asked.join("|")}) (are|is)`];
const { status } = spawnSync("npx", ["vitest", "run", "tests/set/goldens.test.ts", ...only], {
  env: { ...process.env, TRC_UPDATE_GOLDENS: asked.length === 0 ? "all" : asked.join(",") },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
