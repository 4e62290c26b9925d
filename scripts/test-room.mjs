// Tests of one room or wing by its path: `npm run test:room -- paperwork/rules`. A part of a file's name narrows it down further.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const [room, ...rest] = process.argv.slice(2);
const path = `tests/unit/${(room ?? "").replace(/^(src|tests\/unit)\//, "")}`;
if (room === undefined || !existsSync(path)) {
  console.error(`no unit tests at ${path}; name a room as in ARCHITECTURE.md: paperwork/rules`);
  process.exit(1);
}
process.exitCode = spawnSync("npx", ["vitest", "run", path, ...rest], { stdio: "inherit" }).status ?? 1;
