// Follows the clerk's guide in a browser as it is written: what is bold is pressed, filled in or seen, what is italic is typed or chosen.
//   node scripts/guide-walk.mjs              follows it
//   node scripts/guide-walk.mjs --pictures   makes its pictures anew besides
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toString as plain } from "mdast-util-to-string";
import writeExcelFile from "write-excel-file/node";
import { parse } from "yaml";
import { GUIDE, guideTree } from "./guide-page.mjs";
import { openBrowser } from "./preview-latency.mjs";
import { smallPng } from "./small-png.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const PATIENCE = 120_000;
const VIEW = { width: 1280, height: 760 };
/** What a clerk has on the machine before, by name. */
const TABLES = {
  "план.xlsx": [
    ["№", "Направление", "Мероприятие", "Форма", "Срок", "Участники", "Место", "Ответственный", "Ожидаемый результат"],
    [
      "1",
      "Конференции, семинары, практикумы",
      "Семинар «Формирующее оценивание»",
      "семинар",
      "ноябрь",
      "учителя",
      "МБОУ «Заречная СШ»",
      "Лесная О.И.",
      "методические рекомендации",
    ],
    [
      "2",
      "Единое информационно-образовательное пространство",
      "Практикум «Открытый урок»",
      "практикум",
      "когда потеплеет",
      "учителя",
      "МБОУ «Луговская СШ»",
      "Лесная О.И.",
      "конспекты уроков",
    ],
  ],
  "участники.xlsx": [
    ["Дата", "ФИО", "Категория", "Школа"],
    ["15.10.2026", "Иванов Иван Иванович", "учитель", "МБОУ «Луговская СШ»"],
    ["15.10.2026", "Петрова Анна Ильинична", "учитель", "МБОУ «Полевская СШ»"],
  ],
};

/**
 * Follows the guide from its first step to its last one in a new folder.
 *
 * @param pictures where the pictures go; null makes none
 * @returns what was not as the guide says, and how many steps there were
 */
export async function walkGuide(pictures = null) {
  const { startPreview } = await import(`${root}dist/index.js`);
  const place = mkdtempSync(join(tmpdir(), "trc-guide-"));
  const folder = join(place, "Документы центра");
  mkdirSync(folder);
  for (const [name, rows] of Object.entries(TABLES)) {
    const table = writeExcelFile(rows.map((row) => row.map((value) => ({ value }))));
    writeFileSync(join(place, name), await table.toBuffer());
  }
  let day = "";
  const { value: desk } = await startPreview({
    content: [join(folder, "content")],
    port: 0,
    cache: null,
    begin: true,
    clock: () => day,
    office: { reveal: () => undefined },
  });
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: VIEW, locale: "ru-RU", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const walk = new Walk(page, place, folder);
  page.on("pageerror", (error) => walk.faults.push(error.message));
  const started = performance.now();
  try {
    await page.goto(desk.address);
    for (const node of guideTree(root).children) {
      const said = /^<!-- day: (\S+) -->$/.exec(node.value ?? "");
      if (said) day = said[1];
      if (node.type === "list" && node.ordered) for (const item of node.children) await walk.step(item);
      const picture = node.children?.find(({ type }) => type === "image");
      if (picture && pictures) await walk.picture(join(pictures, picture.url.split("/").pop()));
    }
  } catch (error) {
    walk.faults.push(`${walk.at}: ${error.message.split("\n").slice(0, 3).join(" ")}`);
    await page.screenshot({ path: process.env.TRC_GUIDE_FAULT });
  } finally {
    await browser.close();
    await desk.close();
    rmSync(place, { recursive: true });
  }
  return { faults: walk.faults, steps: walk.steps, seconds: Math.round((performance.now() - started) / 1000) };
}

class Walk {
  faults = [];
  steps = 0;
  at = "the beginning";
  #page;
  #place;
  #folder;
  #answers = parse(readFileSync(join(root, "templates/starter/answers.yaml"), "utf8"));

  /** @param folder of the centre, which lies in `place` */
  constructor(page, place, folder) {
    this.#page = page;
    this.#place = place;
    this.#folder = folder;
  }

  /** Does what a step of the guide says. */
  async step(item) {
    this.at = `${GUIDE}:${item.position.start.line}`;
    this.steps++;
    const said = item.children.flatMap(({ children }) => children ?? []);
    const marked = said.filter(({ type }) => type === "strong" || type === "emphasis");
    for (const [index, one] of marked.entries()) {
      const next = marked[index + 1];
      if (one.type === "emphasis") continue;
      if (next?.type === "emphasis") await this.#fill(plain(one), plain(next));
      else await this.#press(plain(one), /на каждой/.test(plain(item)));
    }
    const wrong = await this.#page.locator("#action[open] .finding.error").allTextContents();
    if (wrong.length > 0 && !/замечани/.test(plain(item))) throw new Error(wrong.join("; "));
  }

  /** Takes a picture: of the dialog where one is open, else of the window. */
  async picture(path) {
    await this.#rest();
    await this.#page.evaluate(
      () => document.activeElement?.matches("input, textarea") && document.activeElement.blur(),
    );
    // What there is advice for is in the middle.
    await this.#page.evaluate(() => {
      document.querySelector("#form .fix")?.scrollIntoView({ block: "center" });
      scrollTo(0, 0);
    });
    const dialog = this.#page.locator("#action[open]");
    const shot = (await dialog.count()) > 0 ? await dialog.screenshot() : await this.#page.screenshot();
    writeFileSync(path, smallPng(shot));
  }

  /** Until the set is made of what was written last. */
  async #rest() {
    await this.#page.waitForFunction(() => document.querySelector(".asking")?.getAttribute("aria-busy") !== "true");
    await this.#page.waitForTimeout(600);
    await this.#page.waitForFunction(() => document.getElementById("paper").getAttribute("aria-busy") !== "true");
  }

  get #scope() {
    return this.#page.locator("#action[open]").or(this.#page.locator("body:not(:has(#action[open]))"));
  }

  async #fill(label, value) {
    await this.#rest();
    const fields = this.#scope.getByLabel(label).locator("visible=true");
    await fields.first().waitFor();
    // Of lists with one name the one that has it.
    const having = fields.filter({ has: this.#page.getByText(value, { exact: true }) });
    const field = ((await having.count()) > 0 ? having : fields).first();
    const kind = await field.evaluate(({ tagName, type }) => (tagName === "SELECT" ? "select" : type));
    if (kind === "file") await this.#handOver(field, value);
    else if (kind === "select") await field.selectOption({ label: value });
    else {
      await field.fill(value);
      await field.press("Tab");
    }
    await this.#rest();
  }

  async #handOver(field, name) {
    // What the desk has made lies where it says.
    const path = name.endsWith(".zip") ? join(this.#folder, "release", name) : join(this.#place, name);
    if (name.endsWith(".pdf")) {
      const address = await this.#page.locator("#files a").first().getAttribute("href");
      const made = await this.#page.request.get(new URL(address, this.#page.url()).href);
      writeFileSync(path, await made.body());
    }
    await field.setInputFiles(path);
  }

  /** Presses what is called so, else sees it. */
  async #press(name, often) {
    await this.#rest();
    const scope = this.#scope;
    // A small letter begins what is only said there.
    if (/^\p{Ll}/u.test(name)) {
      const word = new RegExp(`${name}(?!\\p{L})`, "u");
      await scope.getByText(word).locator("visible=true").first().waitFor();
      return;
    }
    const pressed = ["button", "link", "checkbox"].map((role) => scope.getByRole(role, { name, exact: true }));
    const began = [scope.locator("a, summary, button").filter({ hasText: name })];
    const seen = scope.getByText(name);
    const found = [...pressed, ...began, seen].map((one) => one.locator("visible=true").first());
    await found
      .reduce((all, one) => all.or(one))
      .first()
      .waitFor();
    for (const [index, one] of found.entries()) {
      if ((await one.count()) === 0) continue;
      if (index === found.length - 1) return;
      do {
        await this.#answer();
        const before = await this.#title();
        await one.click();
        await this.#rest();
        if (often && (await this.#title()) === before) throw new Error(`«${before}» stays`);
      } while (often && /\d из \d/.test(await this.#title()));
      return;
    }
  }

  async #title() {
    const title = this.#page.locator("#action-title");
    return (await title.count()) === 0 ? "" : await title.textContent();
  }

  /** A page of the wizard gets the answers of the sample. */
  async #answer() {
    if (!/\d из \d/.test(await this.#title())) return;
    const id = await this.#page.locator('#action [id^="ask/"]').first().getAttribute("id");
    const [, name] = id.split("/");
    if (this.#answers[name] !== undefined) await this.#put(`/${name}`, this.#answers[name]);
  }

  async #put(at, value) {
    const own = (place) => this.#page.locator(`[id="ask${place}"]`);
    if (typeof value !== "object") {
      await own(at).fill(String(value));
      await own(at).press("Tab");
      return;
    }
    for (const [name, one] of Object.entries(value)) {
      const place = `${at}/${name}`;
      if ((await own(place).count()) === 0)
        await (Array.isArray(value)
          ? own(at).locator("> button.add").click()
          : own(at).locator("> .fields > select.add-field").selectOption(name));
      await this.#put(place, one);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pictures = process.argv.includes("--pictures") ? join(root, "docs/images") : null;
  const { faults, steps, seconds } = await walkGuide(pictures);
  for (const fault of faults) console.error(fault);
  console.log(`${steps} steps, ${seconds} s`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
