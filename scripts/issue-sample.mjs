// Issues the orders of 2025 of the sample centre anew. Needed after a change of wording in templates that the sample's issued orders are made
// of: in the sample there is nobody who signed them. Never do this with real records: there the way is an amending order.
import { rmSync } from "node:fs";
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

process.chdir(root);
rmSync("content/register", { recursive: true, force: true });
for (const [document, today] of ISSUED) {
  const { entry, diagnostics } = await issueDocument({ content: "content", templates: "templates", document, today });
  for (const { code, message } of diagnostics) console.error(`${code}: ${message}`);
  if (entry === null) process.exit(1);
  console.log(`${entry.number} ${entry.digest.slice(0, 12)}`);
}
