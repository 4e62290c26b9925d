// Issues the orders of 2025 of the sample centre anew. Needed after a change of wording in templates that the sample's issued orders are made
// of: in the sample there is nobody who signed them. Never do this with real records: there the way is an amending order.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { issueDocument } from "../dist/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Record and day of registration. */
const ISSUED = [
  ["87-od-2025", "2025-09-08"],
  ["88-od-2025", "2025-09-08"],
  ["91-od-2025", "2025-09-12"],
  ["112-od-2025", "2025-11-06"],
  ["119-od-2025", "2025-11-24"],
  ["127-od-2025", "2025-12-08"],
  ["131-od-2025", "2025-12-22"],
];

// Apart from git, which remembers the register that there was (TRC8008).
const folder = mkdtempSync(join(tmpdir(), "trc-sample-"));
const content = join(folder, "content");
cpSync(join(root, "content"), content, { recursive: true });
rmSync(join(content, "register"), { recursive: true, force: true });
for (const [document, today] of ISSUED) {
  const templates = join(root, "templates");
  const { entry, diagnostics } = await issueDocument({ content, templates, document, today });
  for (const { code, message } of diagnostics) console.error(`${code}: ${message.ru}`);
  if (entry === null) process.exit(1);
  console.log(`${entry.number} ${entry.digest.slice(0, 12)}`);
}
rmSync(join(root, "content/register"), { recursive: true, force: true });
cpSync(join(content, "register"), join(root, "content/register"), { recursive: true });
rmSync(folder, { recursive: true });
console.log("Commit content/register: until then trc check says that it was replaced (TRC8008).");
