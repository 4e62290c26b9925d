// A copy of the sample that is ready for release: under git, every document approved by those who may, all committed.
// The sample itself keeps no approvals (docs/decisions/0022-sample-without-approvals.md).
//   npm run sample:approve -- /tmp/sample && cd /tmp/sample && node …/bin/trc.js release
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { signOff } from "../dist/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Who approves in which role: the head of the centre its documents, the head of the committee those of the committee. */
const APPROVERS = [
  ["gonchar-tm", "author"],
  ["kuznets-mr", "lawyer"],
  ["klenov-pa", "head"],
  ["orehov-sd", "head"],
  ["orehov-sd", "committee"],
];
/** All of the sample is dated before this day. */
const DATE = "2026-11-01";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder for the copy");
mkdirSync(folder, { recursive: true });
for (const name of ["content", "templates"]) cpSync(join(root, name), join(folder, name), { recursive: true });
writeFileSync(join(folder, ".gitignore"), "/release/\n.trc-*\n");
for (const [person, role] of APPROVERS) {
  const { written, diagnostics } = await signOff({
    content: join(folder, "content"),
    templates: join(folder, "templates"),
    documents: [],
    person,
    roles: [role],
    date: DATE,
    signer: null,
  });
  for (const { code, message } of diagnostics.filter(({ severity }) => severity === "error"))
    console.error(`${code}: ${message}`);
  console.log(`${person} (${role}): ${written.length}`);
}
const git = (...parameters) => execFileSync("git", ["-C", folder, ...parameters]);
git("init", "-q");
git("add", "-A");
git("-c", "user.name=Sample", "-c", "user.email=sample@example.org", "commit", "-q", "-m", "Одобренный комплект");
