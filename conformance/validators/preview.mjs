import { readFileSync, writeFileSync } from "node:fs";
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
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    const check = (what, ok) => ok || faults.push(what);
    try {
      await page.goto(`${copy.address}#${ORDER}`);
      await page.waitForFunction(LOADED);
      await work(page, check);
    } catch (error) {
      faults.push(error.message);
    }
    await context.close();
    verdicts.push({ title: `preview: ${title}`, faults });
  };
  try {
    await verify("shows a document and another one", showsDocuments);
    await verify("works with the keyboard alone", worksByKeyboard);
    await verify("lays errors over the page until they are fixed", (page, check) => laysErrors(page, check, copy));
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
    await page.locator("#overlay .card").waitFor({ timeout: 10_000 });
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
  await page.locator("#overlay .card").waitFor({ state: "detached", timeout: 10_000 });
  check("the marks go too", (await page.locator(".mark.error").count()) === 0);
}

async function fitsNarrow(page, check) {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check("nothing sticks out", (await overflow()) <= 0);
  check("the list is put away", !(await page.locator("#list").isVisible()));
  await page.click("#list-toggle");
  check("and comes when asked for", await page.locator("#list").isVisible());
  await page.click('a[data-id^="work-plan."]');
  await page.locator("#list").waitFor({ state: "hidden" });
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
