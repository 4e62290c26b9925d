// Makes the pictures of docs/guide.ru.md from real pages: a new centre of the sample answers, built, its first pages as small PNG.
// Needs pdftoppm (poppler-utils) besides the project itself; run `npm run compile` first.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "trc-guide-"));
const trc = (...argv) =>
  execFileSync(process.execPath, [join(root, "bin/trc.js"), ...argv], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });

writeFileSync(join(folder, "answers.yaml"), trc("init", "--print-answers"));
trc("init", "--answers", "answers.yaml", "--date", "2026-09-02");
trc(
  ...[
    "new",
    "order-general",
    "--date",
    "2026-09-15",
    "--id",
    "seminar",
    "--set",
    "subject=О проведении методического семинара",
  ],
  ...[
    "--set",
    "items.0.text=провести методический семинар",
    "--set",
    "items.0.due=2026-10-15",
    "--set",
    "items.0.assignees=[lesnaya-oi]",
  ],
);
// What the program has written in is read and confirmed, as the guide says.
for (const name of readdirSync(join(folder, "content"), { recursive: true }))
  if (name.endsWith(".yaml")) confirm(join(folder, "content", name));
trc("build", "--format", "pdf");
picture("04 План работы", /^План/, "guide-plan", 45);
picture("02 Приказы", /об ответственных\.pdf$/, "guide-responsible", 45);
picture("02 Приказы", /№ 3-ОД\.pdf$/, "guide-order", 55);
rmSync(folder, { recursive: true });

function picture(group, name, target, resolution) {
  const file = readdirSync(join(folder, "out", group)).find((one) => name.test(one));
  if (file === undefined) throw new Error(`no document for ${target}`);
  const pdf = join(folder, "out", group, file);
  execFileSync("pdftoppm", [
    "-r",
    String(resolution),
    "-gray",
    "-png",
    "-singlefile",
    "-f",
    "1",
    "-l",
    "1",
    pdf,
    join(root, "docs/images", target),
  ]);
}

function confirm(file) {
  writeFileSync(file, readFileSync(file, "utf8").replace(/^(# Это вписала программа.*\n)?unconfirmed:.*\n/gm, ""));
}
