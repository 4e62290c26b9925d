// How long after a saved record its document is on the screen: the preview of a copy of the sample, a browser, one changed record at a time.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const RECORD = "orders/2026/11-od-2026.yaml";
const DOCUMENT = "order-general.11-od-2026";

/** The browser of this system; undefined when it has none. */
export function browserPath() {
  return [process.env.CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path));
}

/** Starts the preview of a copy of the sample set. */
export async function startCopy() {
  const folder = mkdtempSync(join(tmpdir(), "trc-preview-"));
  for (const name of ["content", "templates"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  const child = spawn(process.execPath, [join(root, "bin/trc.js"), "preview", "--port", "0"], { cwd: folder });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
      const found = /http:\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.on("exit", () => reject(new Error(`the preview ended: ${said}`)));
  });
  return {
    address,
    path: (inside) => join(folder, "content", inside),
    stop: async () => {
      child.removeAllListeners("exit");
      const code = await new Promise((done) => child.once("exit", done).kill("SIGINT"));
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

export async function openBrowser() {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] });
}

/** Opens a document of a copy of the sample, lets somebody work on its page, and closes all of it. */
async function onPage(work) {
  const copy = await startCopy();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    await page.goto(`${copy.address}#${DOCUMENT}`);
    await page.waitForFunction(() => document.documentElement.dataset.version);
    return await work(page, copy);
  } finally {
    await browser.close();
    await copy.stop();
  }
}

/** Milliseconds from the event of the file to the painted page, one figure for each of so many changes. */
export function measureLatency(rounds = 12) {
  return onPage(async (page, copy) => {
    const original = readFileSync(copy.path(RECORD), "utf8");
    const figures = [];
    for (let round = -3; round < rounds; round++) {
      const before = await page.evaluate(() => document.documentElement.dataset.version);
      writeFileSync(copy.path(RECORD), original.replace("принять заявки", `принять заявки ${round + 10}`));
      await page.waitForFunction((version) => document.documentElement.dataset.version !== version, before);
      // The first rounds only warm up.
      if (round >= 0) figures.push(await page.evaluate(() => Number(document.documentElement.dataset.latency)));
      await page.waitForTimeout(400);
    }
    return figures.sort((a, b) => a - b);
  });
}

/**
 * Milliseconds from a key in a field of the desk to its finding beside the field, and to the new page on the screen: one figure of each for so many
 * keys. A wrong value and a right one take turns.
 */
export function measureTyping(rounds = 12) {
  return onPage(async (page) => {
    await page.locator('[id="value/subject"]').focus();
    const figures = { checked: [], shown: [] };
    for (let round = -6; round < rounds; round++) {
      const { checked, shown } = await page.evaluate(typeOnce, [
        round,
        'О проведении "конференции"',
        "О проведении конференции",
      ]);
      // The first rounds only warm up.
      if (round >= 0) figures.checked.push(checked);
      if (round >= 0) figures.shown.push(shown);
      await page.waitForTimeout(1000);
    }
    return { checked: figures.checked.sort((a, b) => a - b), shown: figures.shown.sort((a, b) => a - b) };
  });
}

/** In the page: types a value, waits until its finding has come or gone, and until the page is another one. */
async function typeOnce([round, wrong, right]) {
  const box = document.getElementById("value/subject");
  const isWrong = round % 2 === 0;
  const { version } = document.documentElement.dataset;
  const started = performance.now();
  const until = async (isSo) => {
    while (!isSo()) await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - started;
  };
  box.value = isWrong ? wrong : right;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const [checked, shown] = await Promise.all([
    until(() => (document.getElementById("value/subject-problem-0") !== null) === isWrong),
    until(() => document.documentElement.dataset.version !== version),
  ]);
  return { checked, shown };
}

/** The middle of sorted figures, rounded. */
export function middle(figures) {
  return Math.round(figures[Math.floor(figures.length / 2)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await measureLatency();
  console.log(`a saved record to its page: median ${middle(figures)} ms, slowest ${Math.round(figures.at(-1))} ms`);
  const { checked, shown } = await measureTyping();
  console.log(`a key to its checked field: median ${middle(checked)} ms, to the new page: median ${middle(shown)} ms`);
}
