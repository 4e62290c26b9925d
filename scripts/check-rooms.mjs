// Checks the direction of imports between the rooms of src/: a room is entered only through its index.ts,
// and only by the rooms named in the table. Exits 1 and names every breach.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Who may import whom. `diagnostics` and `units` are open to all. */
const MAY_IMPORT = {
  diagnostics: [],
  units: [],
  schemas: [],
  language: [],
  document: [],
  records: ["schemas", "sources"],
  editions: ["records", "language", "document"],
  rules: ["records", "language", "document", "register"],
  fonts: [],
  cache: [],
  sources: [],
  flow: ["document"],
  layout: ["flow", "fonts"],
  kinds: ["records", "schemas", "flow", "document"],
  markup: ["document", "language", "kinds", "records", "schemas"],
  "writers/docx": ["flow", "fonts", "document"],
  "writers/pdf": ["layout", "flow", "fonts", "document"],
  storage: [],
  register: ["records", "schemas", "document"],
  build: [
    "cache",
    "sources",
    "watch",
    "records",
    "register",
    "schemas",
    "kinds",
    "language",
    "markup",
    "editions",
    "rules",
    "document",
    "flow",
    "fonts",
    "layout",
    "writers/docx",
    "writers/pdf",
  ],
  watch: [],
  preview: ["build", "cache", "watch"],
  signatures: [],
  approvals: ["build", "kinds", "records", "document", "signatures", "storage"],
  compare: ["build", "document"],
  release: ["approvals", "build", "document", "fonts", "kinds", "records", "register", "signatures", "storage"],
  cli: [
    "language",
    "build",
    "rules",
    "cache",
    "watch",
    "preview",
    "desk",
    "approvals",
    "compare",
    "release",
    "signatures",
    "issue",
    "archive",
    "exchange",
  ],
  desk: ["build", "fonts", "kinds", "records", "schemas", "language", "register", "rules"],
  exchange: ["build", "desk", "records"],
  issue: ["build", "register", "records", "kinds", "document", "storage"],
  archive: ["build", "register", "records", "kinds", "language", "document", "storage", "signatures"],
};
/** Rooms that must stay pure: no disk, no clock, no environment. */
const PURE = [
  "diagnostics",
  "units",
  "schemas",
  "document",
  "flow",
  "markup",
  "kinds",
  "records",
  "rules",
  "editions",
  "register",
];
const OUTSIDE = /^node:(fs|fs\/promises|os|child_process|net|http|https|process|worker_threads)$/;

const files = walk(join(root, "src")).filter((file) => file.endsWith(".ts"));
const breaches = files.flatMap(breachesOf);
for (const breach of breaches) console.error(breach);
if (breaches.length > 0) process.exit(1);
console.log(`rooms: ${files.length} files, every import enters by the door`);

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function roomOf(file) {
  const parts = relative(join(root, "src"), file).split(sep);
  if (parts.length === 1) return null;
  return parts[0] === "writers" ? `writers/${parts[1]}` : parts[0];
}

function breachesOf(file) {
  const room = roomOf(file);
  if (room === null) return [];
  const name = relative(root, file);
  if (!(room in MAY_IMPORT)) return [`${name}: the room ${room} is not in the table of scripts/check-rooms.mjs`];
  const source = readFileSync(file, "utf8");
  const specifiers = [...source.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)].map(
    (match) => match[1],
  );
  return specifiers.flatMap((specifier) => {
    if (OUTSIDE.test(specifier) && PURE.includes(room)) return [`${name}: a pure room may not import ${specifier}`];
    if (!specifier.startsWith(".")) return [];
    const target = resolve(dirname(file), specifier);
    // A published description (a BagIt profile) is data for readers and for the code alike.
    if (target.startsWith(join(root, "docs", sep)) && target.endsWith(".json")) return [];
    const other = roomOf(target);
    if (other === room || other === null) return [];
    if (!target.endsWith(`${sep}index.ts`) || dirname(target) !== join(root, "src", ...other.split("/"))) {
      return [`${name}: enters ${other} by the window (${specifier}); import its index.ts`];
    }
    if (other === "diagnostics" || other === "units" || MAY_IMPORT[room].includes(other)) return [];
    return [`${name}: ${room} may not import ${other}`];
  });
}
