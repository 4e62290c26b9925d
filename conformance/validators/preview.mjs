import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import axeCore from "axe-core";
import { browserPath, measureLatency, openBrowser, startCopy } from "../../scripts/preview-latency.mjs";

const ORDER = "order-general.11-od-2026";
const RECORD = "orders/2026/11-od-2026.yaml";
const LOADED = () => document.documentElement.dataset.version !== undefined;

/** The page of the preview in a real browser: with the mouse, with the keyboard alone, in both colours, on a narrow screen, by axe-core. */
export async function validatePreview() {
  if (browserPath() === undefined) return [{ title: "preview: a browser", faults: ["no Chromium on this system"] }];
  const copy = await startCopy();
  const browser = await openBrowser();
  const verdicts = [];
  const verify = async (title, work, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
    // A machine that does other work beside may take long to look at everything.
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      const { url } = message.location();
      if (message.type() === "error")
        faults.push(url ? `${message.text()} (${url.replace(copy.address, "")})` : message.text());
    });
    const check = (what, ok) => ok || faults.push(what);
    try {
      await page.goto(`${copy.address}#${ORDER}`);
      await page.waitForFunction(LOADED);
      await work(page, check);
    } catch (error) {
      faults.push(`${error.message} ${/\w+\.mjs:\d+/.exec(error.stack) ?? ""}`);
    }
    await context.close();
    verdicts.push({ title: `preview: ${title}`, faults });
  };
  try {
    await verify("shows a document and another one", showsDocuments);
    await verify("works with the keyboard alone", worksByKeyboard);
    await verify("lays errors over the page until they are fixed", (page, check) => laysErrors(page, check, copy));
    await verify("edits a record in its form", (page, check) => editsRecord(page, check, copy));
    await verify("helps in the text of a record", (page, check) => helpsInText(page, check, copy));
    await verify("works in the form with the keyboard alone", (page, check) => editsByKeyboard(page, check, copy));
    await verify("shows items of a few values as rows of a table", (page, check) => editsRows(page, check, copy));
    await verify("does with buttons what the commands do", (page, check) => actsByButtons(page, check, copy));
    await verify("drops a file where it is asked for", dropsFile);
    await verify("annuls, copies, publishes and upgrades with buttons", (page, check) =>
      caresByButtons(page, check, copy),
    );
    await verify("prints chosen documents as one PDF", printsChosen);
    await verify("finds and prints every page, and lets pictures go", readsLong);
    await verify("is accessible, light", (page, check) => accessible(page, check, copy));
    await verify("is accessible, dark", (page, check) => accessible(page, check, copy), { colorScheme: "dark" });
    await verify("fits a narrow screen", fitsNarrow, { viewport: { width: 360, height: 720 } });
    await verify("is accessible, narrow", (page, check) => accessible(page, check, copy), {
      viewport: { width: 360, height: 720 },
    });
  } finally {
    await browser.close();
    const code = await copy.stop();
    verdicts.push({ title: "preview: ends with Ctrl+C", faults: code === 130 ? [] : [`exit code ${code}`] });
  }
  const figures = await measureLatency();
  verdicts.push({
    title: "preview: a saved record reaches the screen",
    faults: figures.length > 0 ? [] : ["nothing was measured"],
    figure: `from the event of the file to the painted page: median ${figures[Math.floor(figures.length / 2)]} ms, slowest ${figures.at(-1)} ms`,
  });
  return verdicts;
}

async function showsDocuments(page, check) {
  const text = () => page.locator(".page .text").first().textContent();
  await page.waitForFunction(() => document.querySelector(".page .text")?.textContent.includes("ПРИКАЗ"));
  check("the page is drawn", await drawn(page));
  const version = await page.evaluate(() => document.documentElement.dataset.version);
  await page.click('a[data-id^="work-plan."]');
  await page.waitForFunction((before) => document.documentElement.dataset.version !== before, version);
  await page.waitForFunction(() => document.querySelector(".page .text")?.textContent.includes("ПЛАН"));
  check("the title follows", (await page.title()).includes("План"));
  check("the list marks it", (await page.locator('[aria-current="page"]').count()) === 1);
  check("its text can be read", (await text()).length > 100);
  const small = await page.locator(".page").first().boundingBox();
  await page.click("#zoom-in");
  await page.waitForFunction((width) => document.querySelector(".page").offsetWidth > width, small.width + 10);
  await page.fill("#search", "журнал");
  check("the search finds", (await page.locator("#groups a").count()) > 0);
  check("and only what is sought", (await page.locator("#groups a").count()) < 10);
}

/** Whether the first page has any ink on it. */
function drawn(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector(".page canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 === 0 && value < 100 && data[index + 3] > 0);
  });
}

async function worksByKeyboard(page, check) {
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.id);
  await page.keyboard.press("Tab");
  check("the first stop leads to the document", (await focused()) === "skip");
  await page.keyboard.press("Enter");
  check("and focuses it", (await focused()) === "paper");
  const hash = () => page.evaluate(() => location.hash);
  const before = await hash();
  await page.keyboard.press("j");
  await page.waitForFunction((old) => location.hash !== old, before);
  await page.keyboard.press("k");
  await page.waitForFunction((old) => location.hash === old, before);
  await page.keyboard.press("/");
  check("/ goes to the search", (await focused()) === "search");
  await page.keyboard.type("положение");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("regulation"));
  await page.keyboard.press("p");
  check("P opens the findings", await page.locator("#problems").isVisible());
  check("and focuses them", (await focused()) === "problems");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  check("Esc closes them", !(await page.locator("#problems").isVisible()));
  await page.keyboard.press("/");
  for (let stop = 0; stop < 4 && !(await focused())?.includes("."); stop++) await page.keyboard.press("Tab");
  check("Tab reaches the documents", (await focused()).includes("."));
}

async function laysErrors(page, check, copy) {
  const good = readFileSync(copy.path(RECORD), "utf8");
  const version = await page.evaluate(() => document.documentElement.dataset.version);
  try {
    writeFileSync(copy.path(RECORD), good.replace("date: 2026-02-05", "date: 2026-02-30"));
    await page.locator("#overlay .card").waitFor();
    check(
      "the overlay names the place",
      (await page.locator("#overlay .place").first().textContent()).includes(RECORD),
    );
    check("it shows the lines", (await page.locator("#overlay .frame").first().textContent()).includes("2026-02-30"));
    check(
      "it opens the editor",
      (await page.locator("#overlay .place").first().getAttribute("href")).startsWith("vscode://file/"),
    );
    check(
      "the last good pages stay",
      (await page.evaluate(() => document.documentElement.dataset.version)) === version,
    );
    check("the list marks the document", (await page.locator(`[data-id="${ORDER}"] .mark.error`).count()) === 1);
    await axe(page, check);
  } finally {
    writeFileSync(copy.path(RECORD), good);
  }
  await page.locator("#overlay .card").waitFor({ state: "detached" });
  check("the marks go too", (await page.locator(".mark.error").count()) === 0);
}

async function printsChosen(page, check) {
  await page.click("#choose-toggle");
  await page.fill("#search", "заявк");
  const boxes = page.locator("#groups li input.choose");
  check(
    "each document that is found has a box",
    (await boxes.count()) === (await page.locator("#groups li.choice").count()),
  );
  const first = await page.locator("#groups .document .title").first().textContent();
  await boxes.first().check();
  await page.fill("#search", "");
  await page.locator("#groups .choice:has(> h2) input.choose").first().check();
  check("what is not seen stays chosen", /: [2-9]$/.test(await page.locator("#chosen-count").textContent()));
  await axe(page, check);
  const address = await page.locator("#chosen-link a").getAttribute("href");
  const answer = await page.evaluate(async (from) => {
    const got = await fetch(from);
    return { type: got.headers.get("content-type"), size: (await got.arrayBuffer()).byteLength };
  }, address);
  check(`it is one PDF, ${first} in it`, answer.type === "application/pdf" && answer.size > 10_000);
  await page.click("#choose-toggle");
  check("the boxes go", (await page.locator("input.choose").count()) === 0);
}

async function readsLong(page, check) {
  await page.click('a[data-id^="report-annual."]');
  await page.waitForFunction(() => document.querySelectorAll(".page").length > 10);
  const pages = await page.locator(".page").count();
  await page.waitForFunction(
    () => ![...document.querySelectorAll(".page .text")].some(({ textContent }) => textContent === ""),
  );
  check("the first of them is named", (await page.locator("#page-of").textContent()) === `1 из ${pages}`);
  await page.evaluate(() => {
    for (const section of document.querySelectorAll(".page")) section.scrollIntoView();
  });
  await page.waitForFunction((last) => document.getElementById("page-of").textContent === last, `${pages} из ${pages}`);
  await page.waitForTimeout(500);
  check("pictures are near the screen only", (await page.locator(".page canvas").count()) < 6);
  await page.evaluate(() => {
    globalThis.print = () => {
      globalThis.printed = document.querySelectorAll("#print img").length;
    };
  });
  await page.keyboard.press("Control+p");
  await page.waitForFunction(() => globalThis.printed !== undefined);
  check("all pages go to the printer", (await page.evaluate(() => globalThis.printed)) === pages);
  const made = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  check("a page is a page of paper", made.toString("latin1").match(/\/Type \/Page\b/g)?.length === pages);
  const docx = page.locator("#files a").nth(1);
  const file = await page.request.get(new URL(await docx.getAttribute("href"), page.url()).href);
  check("the DOCX is at hand", (await file.body()).subarray(0, 2).toString() === "PK");
}

/** Whether something on the disk comes true as soon as anything in the browser would have to. */
async function becomes(holds) {
  for (let wait = 0; wait < 600 && !holds(); wait++) await setTimeout(50);
  return holds();
}

/** Id of the field of a value. */
const field = (at) => `[id="value${at}"]`;

async function editsRecord(page, check, copy) {
  const text = () => readFileSync(copy.path(RECORD), "utf8");
  const good = text();
  const saved = (wanted) => becomes(() => text() === wanted);
  await page.locator(field("/subject")).fill("О новой конференции");
  check("the value alone is written", await saved(good.replace(/^subject: .*$/m, "subject: О новой конференции")));
  await page.waitForFunction(() => document.querySelector(".page .text")?.textContent.includes("новой конференции"));
  await page.locator(".record-bar button").first().click();
  check("undo gives the file back", await saved(good));
  await page.locator(field("/date")).fill("6.2.2026");
  await page.keyboard.press("Tab");
  check("a day is typed as it is printed", await saved(good.replace("date: 2026-02-05", "date: 2026-02-06")));
  await page.locator(".record-bar button").first().click();
  await saved(good);
  // What is typed before the page has heard of the undo would be asked about.
  const shows = (at, value) =>
    page.waitForFunction(([id, wanted]) => document.getElementById(id)?.value === wanted, [`value${at}`, value]);
  await shows("/date", "05.02.2026");
  await page.locator(field("/date")).fill("08.02.2026");
  await page.locator(".fix").first().waitFor();
  check("advice is a button", (await page.locator(".fix").first().textContent()) === "Поставить 09.02.2026");
  await page.locator(".fix").first().click();
  check("that puts the value right", await saved(good.replace("date: 2026-02-05", "date: 2026-02-09")));
  for (const wanted of [good.replace("date: 2026-02-05", "date: 2026-02-08"), good]) {
    await page.locator(".record-bar button").first().click();
    check("each step is taken back", await saved(wanted));
  }
  await shows("/date", "05.02.2026");
  await page.locator(field("/executor")).fill("Соловей Глеб Сергеевич");
  await page.keyboard.press("Tab");
  check("a person is chosen by name", await saved(good.replace(/^executor: .*$/m, "executor: solovey-gs")));
  const executor = await page.locator(field("/executor")).inputValue();
  await page.locator(".record-bar button").first().click();
  await saved(good);
  await page.waitForFunction(
    ([id, chosen]) => document.getElementById(id)?.value !== chosen,
    ["value/executor", executor],
  );
  const subject = /^subject: (.*)$/m.exec(good)[1];
  await shows("/subject", subject);
  // Somebody else writes the same field while what is typed is on its way.
  const theirs = good.replace(/^subject: .*$/m, "subject: О чужом");
  const meanwhile = (route) => {
    writeFileSync(copy.path(RECORD), theirs);
    return route.continue();
  };
  await page.route("**/do/change", meanwhile, { times: 1 });
  await page.locator(field("/subject")).fill("О своём");
  await page.locator(".conflict").waitFor();
  check("it asks", text() === theirs);
  await axe(page, check);
  await page.locator(".conflict button").nth(1).click();
  check("and writes mine when asked to", await saved(good.replace(/^subject: .*$/m, "subject: О своём")));
  writeFileSync(copy.path(RECORD), good);
  await shows("/subject", subject);
  // Somebody else writes the record while its text is typed into.
  await page.locator(".record-bar button").nth(3).click();
  const typed = good.replace(/^subject: .*$/m, "subject: О набранном");
  await page.locator(SOURCE).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(typed);
  writeFileSync(copy.path(RECORD), theirs);
  await page.waitForTimeout(1000);
  check("what is typed stays", (await page.locator(SOURCE).textContent()).includes("О набранном"));
  await page.keyboard.press("Control+S");
  await page.locator(".conflict").waitFor();
  check("it asks for the text too", text() === theirs);
  await page.locator(".conflict button").nth(1).click();
  check("and writes the text when asked to", await saved(typed));
  await page.locator(".record-bar button").nth(2).click();
  writeFileSync(copy.path(RECORD), good);
  await page.waitForTimeout(500);
}

/** Where the text of a record is typed. */
const SOURCE = ".source .cm-content";

async function helpsInText(page, check, copy) {
  const text = () => readFileSync(copy.path(RECORD), "utf8");
  const good = text();
  const saved = (wanted) => becomes(() => text() === wanted);
  await page.locator(".record-bar button").nth(3).click();
  await page.locator(SOURCE).waitFor();
  const line = (words) => page.locator(".source .cm-line", { hasText: words });
  await page.locator(SOURCE).click();
  await page.keyboard.press("Control+f");
  await page.locator(".cm-search input[name=search]").waitFor();
  await page.keyboard.type("executor");
  await page.locator(".cm-searchMatch").first().waitFor();
  await axe(page, check);
  await page.keyboard.press("Escape");
  await page.locator(".cm-search").waitFor({ state: "detached" });
  // The browser's own hand would leave a style among the letters, which the policy refuses.
  await page.keyboard.press("Control+a");
  await page.keyboard.type("к");
  check("what is typed takes the place of all", (await page.locator(SOURCE).textContent()) === "к");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Home");
  await line("date: 2026-02-05").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("7");
  const underlined = page.locator(".source .cm-lintRange-error, .source .cm-lintRange-warning");
  await underlined.first().waitFor();
  await underlined.first().hover();
  await page.locator(".cm-diagnosticAction").first().waitFor();
  await axe(page, check);
  await page.locator(".cm-diagnosticAction").first().click();
  await page.keyboard.press("Control+s");
  check("a correction puts the text right", await saved(good.replace("date: 2026-02-05", "date: 2026-02-09")));
  await underlined.first().waitFor({ state: "detached" });
  await line("kind: order-general").click();
  await page.keyboard.press("Control+End");
  await line("executor: ").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+Backspace");
  await page.keyboard.press("Control+Backspace");
  await page.keyboard.press("Control+Backspace");
  await page.keyboard.type("солов", { delay: 40 });
  // A list that is being asked for anew takes no Enter.
  const offered = page.locator(".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled) li[aria-selected]");
  await offered.filter({ hasText: "Соловей Глеб Сергеевич" }).waitFor();
  await axe(page, check);
  await page.waitForTimeout(200);
  await page.keyboard.press("Enter");
  await line("executor: solovey-gs").hover({ position: { x: 20, y: 8 } });
  await page.locator(".cm-lsp-hover-tooltip", { hasText: "Исполнитель" }).waitFor();
  await page.locator(".record-bar button").nth(2).click();
  const executor = page.locator(field("/executor"));
  await executor.waitFor();
  check(
    "the form shows what was typed",
    await saved(
      good.replace("date: 2026-02-05", "date: 2026-02-09").replace(/^executor: .*$/m, "executor: solovey-gs"),
    ),
  );
  await page.locator(".record-bar button").nth(3).click();
  await page.locator(SOURCE).click();
  await page.keyboard.press("Control+Home");
  await line("date: 2026-02-09").waitFor();
  await page.locator(".record-bar button").nth(2).click();
  writeFileSync(copy.path(RECORD), good);
  await page.waitForTimeout(500);
}

async function editsByKeyboard(page, check, copy) {
  const good = readFileSync(copy.path(RECORD), "utf8");
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.locator(field("/number")).waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("e");
  check("E goes to the form", (await focused()) === "form");
  for (let stop = 0; stop < 8 && (await focused()) !== "value/number"; stop++) await page.keyboard.press("Tab");
  check("Tab reaches its first field", (await focused()) === "value/number");
  await page.keyboard.press("End");
  await page.keyboard.type("Х");
  await page.keyboard.press("Enter");
  const written = () => readFileSync(copy.path(RECORD), "utf8").includes("11-ОДХ");
  check("Enter writes it", await becomes(written));
  check("the field keeps the focus", (await focused()) === "value/number");
  writeFileSync(copy.path(RECORD), good);
  await page.waitForTimeout(500);
}

const CALENDAR = "calendar/2026.yaml";

async function editsRows(page, check, copy) {
  const good = readFileSync(copy.path(CALENDAR), "utf8");
  const text = () => readFileSync(copy.path(CALENDAR), "utf8");
  const saved = (wanted) => becomes(() => text() === wanted);
  await page.goto(`${copy.address}#record:content/${CALENDAR}`);
  await page.locator(".rows table").first().waitFor();
  const heads = await page.locator(".rows table").first().locator("th").allTextContents();
  check("each property is a column", heads.join() === "День *,Праздник *");
  await axe(page, check);
  await page.locator(field("/holidays/0/date")).fill("02.02.2026");
  await page.keyboard.press("Tab");
  check("a cell is written alone", await saved(good.replace("{date: 2026-01-01,", "{date: 2026-02-02,")));
  await page.locator(".record-bar button").first().click();
  check("and taken back", await saved(good));
  await page.locator(".list-field button.add").first().click();
  await page.waitForFunction(() => document.activeElement.id === "value/holidays/14/date");
  await page.keyboard.type("12.12.2026");
  await page.keyboard.press("Tab");
  check("a row is added", await becomes(() => text().includes("2026-12-12")));
  writeFileSync(copy.path(CALENDAR), good);
  await page.selectOption("#stage", "issued");
  const facts = await page.locator("#groups .document .facts").allTextContents();
  check("documents are sifted by their state", facts.length > 0 && facts.every((one) => one.includes("издан")));
}

async function actsByButtons(page, check, copy) {
  const ask = (name) => `[id="ask/${name}"]`;
  const title = () => page.locator("#action-title").textContent();
  await page.keyboard.press("n");
  await page.locator(ask("type")).waitFor();
  await axe(page, check);
  await page.locator(ask("type")).selectOption("person");
  await page.keyboard.press("Control+Enter");
  await page.locator(ask("surname")).waitFor();
  await page.keyboard.press("Control+Enter");
  // The dialog looks at its fields in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  check(
    "what must be said and is not gets the focus",
    (await page.evaluate(() => document.activeElement.id)) === "ask/surname",
  );
  for (const [name, value] of [
    ["surname", "Пробная"],
    ["given", "Анна"],
    ["patronymic", "Ильинична"],
  ])
    await page.locator(ask(name)).fill(value);
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => location.hash.includes("probnaya-ai"));
  check("the person's name makes the file", existsSync(copy.path("people/probnaya-ai.yaml")));
  await axe(page, check);
  await page.keyboard.press("Escape");
  check("Esc closes the dialog", !(await page.locator("#action").isVisible()));
  // A page that shows a record asks for it until it is told that there is none.
  await page.goto(`${copy.address}#${ORDER}`);
  await page.locator(".record-bar .actions button", { hasText: "Одобрить" }).waitFor();
  rmSync(copy.path("people/probnaya-ai.yaml"));
  await page.locator(".record-bar .actions button", { hasText: "Издать" }).click();
  await page.locator("#action .finding").first().waitFor();
  check("a draft is not issued", (await page.locator("#action .finding").first().textContent()).includes("не одобрен"));
  await axe(page, check);
  await page.keyboard.press("Escape");
  await page.click("#set-toggle");
  await axe(page, check);
  await page.locator("#set-actions button").first().click();
  await page.locator(ask("words")).fill("конференци");
  await page.keyboard.press("Control+Enter");
  await page.locator("#action .links a").first().waitFor();
  await axe(page, check);
  await page.locator("#action .links a").first().click();
  await page.locator("#action").waitFor({ state: "hidden" });
  await page.click("#set-toggle");
  await page.locator("#set-actions button", { hasText: "Excel" }).click();
  const buffer = Buffer.from("№;Мероприятие;Форма;Срок\n1;Смотр кабинетов;смотр;когда-нибудь\n");
  await page.locator('#action input[type="file"]').setInputFiles({ name: "план.csv", mimeType: "text/csv", buffer });
  await page.waitForFunction(() => document.querySelector("#action .file .hint")?.textContent.includes("план.csv"));
  await page.locator("#action .main").click();
  await page.waitForFunction(() => document.getElementById("action-title").textContent === "Как понята таблица");
  check("each cell says how it was understood", (await page.locator(ask("rows/2/3")).inputValue()) === "когда-нибудь");
  check("and is named", (await title()) === "Как понята таблица");
  await axe(page, check);
  await page.keyboard.press("Escape");
}

async function dropsFile(page, check) {
  const folder = mkdtempSync(join(tmpdir(), "trc-drop-"));
  await drop(page, "Проверить комплект", join(folder, "комплект.zip"), "PK не комплект");
  // What was said before it was judged stands there until then.
  await page.locator("#action .said", { hasText: "НЕ ПРОЙДЕНА" }).waitFor();
  await page.keyboard.press("Escape");
  await drop(page, "Excel", join(folder, "план.csv"), "№;Мероприятие;Форма;Срок\n1;Смотр кабинетов;смотр;12.11.2026\n");
  await page.waitForFunction(() => document.getElementById("action-title").textContent === "Как понята таблица");
  check("a dropped table is read", (await page.locator("#action .said").textContent()).includes("из 1"));
  rmSync(folder, { recursive: true });
}

/** Opens an action of the set that asks for a file, drops one where it is asked for, by events of the browser, and goes on. */
async function drop(page, action, file, text) {
  await page.click("#set-toggle");
  await page.locator("#set-actions button", { hasText: action }).click();
  const input = page.locator('#action input[type="file"]');
  await input.waitFor();
  const { x, y, width, height } = await input.boundingBox();
  const client = await page.context().newCDPSession(page);
  writeFileSync(file, text);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"])
    await client.send("Input.dispatchDragEvent", { type, x: x + width / 2, y: y + height / 2, data });
  await page.waitForFunction(
    (name) => document.querySelector("#action .file .hint")?.textContent.includes(name),
    basename(file),
  );
  await page.locator("#action .main").click();
}

const ISSUED = "order-general.112-od-2025";

async function caresByButtons(page, check, copy) {
  const ask = (name) => `[id="ask/${name}"]`;
  const said = (words) =>
    page.waitForFunction((wanted) => document.querySelector("#action .said")?.textContent.includes(wanted), words);
  const ofSet = async (words) => {
    await page.click("#set-toggle");
    await page.locator("#set-actions button", { hasText: words }).click();
  };
  const ofRecord = (words) => page.locator(".record-bar .actions button", { hasText: words }).click();
  await ofSet("Собрать файлы");
  await page.locator(ask("edition")).selectOption("public");
  await page.keyboard.press("Control+Enter");
  await page.locator("#action .main", { hasText: "Показать папку" }).waitFor();
  await said("Что и почему скрыто");
  check("the public edition lies beside the records", existsSync(join(copy.path(".."), "out-public/manifest.json")));
  await page.keyboard.press("Escape");
  await ofRecord("Копия на новый год");
  // The dialog is ready when the cursor stands in its first field: what is typed before may land beside the value that is there.
  await page.waitForFunction(() => document.activeElement?.id === "ask/date");
  await page.locator(ask("date")).fill("08.02.2027");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction((order) => !location.hash.includes(order), ORDER);
  const copied = decodeURIComponent(new URL(page.url()).hash).replace(/^#record:content\//, "");
  check("the copy has the day that was typed", readFileSync(copy.path(copied), "utf8").includes("date: 2027-02-08"));
  await page.keyboard.press("Escape");
  await page.goto(`${copy.address}#${ISSUED}`);
  await page.locator(".record-bar .actions button", { hasText: "Аннулировать" }).waitFor();
  rmSync(copy.path(copied));
  await ofRecord("Аннулировать");
  await page.locator(ask("person")).fill("Кленов Пётр Андреевич");
  await page.locator(ask("reason")).fill("Описка в номере");
  await page.keyboard.press("Control+Enter");
  await said("Регистрация аннулирована");
  await page.keyboard.press("Escape");
  await page.locator(".record-bar .actions button", { hasText: "Издать" }).waitFor();
  await ofSet("Формат записей");
  await page.locator("#action .words", { hasText: "settings.yaml" }).waitFor();
  await page.locator("#action .main", { hasText: "Привести" }).click();
  await said("Записи приведены");
  check("the records have today's format", /^format: 2$/m.test(readFileSync(copy.path("settings.yaml"), "utf8")));
  await page.keyboard.press("Escape");
}

async function fitsNarrow(page, check) {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check("nothing sticks out", (await overflow()) <= 0);
  const wide = () =>
    page
      .locator(".page")
      .first()
      .evaluate((one) => one.clientWidth);
  const fitted = await wide();
  await page.locator("#zoom-in").click();
  check("the page is enlarged by a button", (await wide()) > fitted);
  await page.locator("#zoom-fit").click();
  check("the list is put away", !(await page.locator("#list").isVisible()));
  await page.click("#list-toggle");
  check("and comes when asked for", await page.locator("#list").isVisible());
  await page.click('a[data-id^="work-plan."]');
  await page.locator("#list").waitFor({ state: "hidden" });
  await page.click("#form-toggle");
  check("the form comes when asked for", await page.locator("#form").isVisible());
  check("nothing sticks out with the form", (await overflow()) <= 0);
  await page.click("#form-toggle");
  await page.click("#problems-toggle");
  check("nothing sticks out with the findings", (await overflow()) <= 0);
}

async function accessible(page, check) {
  await page.waitForFunction(() => (document.querySelector(".page .text")?.textContent ?? "") !== "");
  await axe(page, check);
  await page.click("#problems-toggle");
  await axe(page, check);
}

async function axe(page, check) {
  await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations) check(`axe ${id}: ${help}: ${nodes[0]?.html.slice(0, 120)}`, false);
}
