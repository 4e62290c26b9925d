// Tests of one room or wing by its path: `npm run test:room -- paperwork/rules`. A part of a file's name narrows it down further.
// A room without tests of its own runs those that scripts/rooms.yaml names for it (`testedBy`).
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const [asked = "", ...rest] = process.argv.slice(2);
const room = asked.replace(/^(src|tests\/unit)\//, "").replace(/\/$/, "");
const paths = existsSync(`tests/unit/${room}`) && room !== "" ? [`tests/unit/${room}`] : namedFor(room);
if (paths === undefined) {
  console.error(`no tests of «${room}»; name a room as in ARCHITECTURE.md: paperwork/rules`);
  process.exit(1);
}
process.exitCode = spawnSync("npx", ["vitest", "run", ...paths, ...rest], { stdio: "inherit" }).status ?? 1;

function namedFor(path) {
  const { wings } = parse(readFileSync("scripts/rooms.yaml", "utf8"));
  const [wing, ...inside] = path.split("/");
  const facts = inside.length === 0 ? wings[wing] : wings[wing]?.rooms?.[inside.join("/")];
  return facts?.testedBy?.in;
}
