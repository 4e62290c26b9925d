import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openBrowser } from "../../scripts/preview-latency.mjs";
import { copyOfProject, differences, filesOf } from "../support/folders.mjs";
import { run } from "../support/programs.mjs";

const DOCUMENT = "order-responsible.1-od-2026";
const START = "Открыть документы центра.js";
const REMOVE = "Удалить программу.exe";
const SECONDS = 600;

/**
 * What a clerk installs, under Wine: the installer and the ZIP hold the same files; a double click opens the page in a browser, a second one the same page;
 * a centre is made, built, issued and archived by what was installed; removing waits for a program that is open and leaves the documents.
 */
export async function validateInstalled({ root, work }) {
  const place = await preparePlace(root, join(work, "installed"));
  const verdicts = [];
  const verify = async (title, check) => {
    const faults = await check(place).catch((error) => [error.message]);
    verdicts.push({ title: `installed: ${title}`, faults });
  };
  try {
    await verify("npm run package makes everything", makesPackages);
    await verify("the installer and the ZIP bring the same files", installs);
    await verify("makes a centre, builds, issues, archives", worksByCommands);
    await verify("a double click opens the page, a second one the same", opens);
    await verify("is not removed while it is open", staysWhileOpen);
    run("wineserver", ["-k"], { env: place.env });
    await verify("is removed without the documents", isRemoved);
  } finally {
    run("wineserver", ["-k"], { env: place.env });
  }
  verdicts[0].figure = `installed: ${place.sizes.join(", ")}`;
  return verdicts;
}

/** A home, a Windows of its own, and a browser that only notes what it is asked to open. */
async function preparePlace(root, work) {
  const [home, bin, opened] = ["home", "bin", "opened"].map((name) => join(work, name));
  for (const folder of [home, bin]) mkdirSync(folder, { recursive: true });
  writeFileSync(opened, "");
  writeFileSync(join(bin, "xdg-open"), `#!/bin/sh\necho "$1" >>'${opened}'\n`);
  chmodSync(join(bin, "xdg-open"), 0o755);
  const own = { HOME: home, WINEPREFIX: join(work, "wine"), PATH: `${bin}:${process.env.PATH}` };
  const env = { ...process.env, ...own, LC_ALL: "C.UTF-8", WINEDEBUG: "-all", NODE_SKIP_PLATFORM_CHECK: "1" };
  const user = join(own.WINEPREFIX, "drive_c/users", userInfo().username, "AppData");
  const folder = join(home, "Документы центра");
  const log = join(work, "wine.log");
  const wine = (cwd, ...argv) => {
    // Pipes of Wine are not what Node expects.
    const stdio = ["ignore", openSync(log, "w"), openSync(log, "a")];
    const { status } = run("wine", argv, { cwd, env, stdio, timeout: SECONDS * 1000 });
    return status === 0 ? [] : [`${argv.at(0)} ${argv.at(-1)}: ${status} ${readFileSync(log, "utf8").slice(-1000)}`];
  };
  return {
    root: copyOfProject(root, join(work, "source")),
    work,
    env,
    wine,
    folder,
    opened,
    ...placesOf(user),
    sizes: [],
  };
}

function placesOf(user) {
  return {
    program: join(user, "Local/Programs/trc"),
    menu: join(user, "Roaming/Microsoft/Windows/Start Menu/Programs/Документы центра.lnk"),
  };
}

async function makesPackages(place) {
  const { status, stdout, stderr } = run("npm", ["run", "-s", "package"], { cwd: place.root });
  const lines = stdout.trim().split("\n");
  place.sizes = lines.map((line) => line.replace(/^packages\/|\s+(?=\d)/g, " ").trim());
  place.packages = lines.map((line) => join(place.root, line.split("  ")[0]));
  return status === 0 && lines.length === 5 ? [] : [`${stdout}${stderr}`];
}

async function installs({ work, wine, program, packages, menu }) {
  const [setup, zip] = ["-setup.exe", ".zip"].map((end) => packages.find((path) => path.endsWith(end)));
  const faults = wine(work, setup, "/S");
  run("unzip", ["-q", zip, "-d", join(work, "zip")], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
  const installed = new Map(filesOf(program));
  if (!installed.delete(REMOVE)) faults.push(`${REMOVE} is missing`);
  const unpacked = new Map(filesOf(join(work, "zip/Документы центра")));
  if (unpacked.size < 100) faults.push(`only ${unpacked.size} files`);
  if (!existsSync(menu)) faults.push("the Start menu has nothing of it");
  return [...faults, ...differences(installed, unpacked)];
}

async function worksByCommands({ root, wine, folder, program }) {
  mkdirSync(folder, { recursive: true });
  const trc = (...argv) => wine(folder, join(program, "node.exe"), join(program, "program/bin/trc.js"), ...argv);
  const answers = join(root, "templates/starter/answers.yaml");
  const faults = trc("init", "content", "--answers", answers, "--date", "2026-02-02");
  // What the program made up is looked at before anything is issued.
  for (const [name, bytes] of filesOf(join(folder, "content")))
    if (name.endsWith(".yaml"))
      writeFileSync(join(folder, "content", name), String(bytes).replace(/^ *unconfirmed: .*\n/gm, ""));
  faults.push(
    ...trc("build", "--quiet", "--draft"),
    ...trc("issue", DOCUMENT, "--registered", "2026-02-03"),
    ...trc("archive", "add", DOCUMENT, "--archive", "archive", "--date", "2026-02-04"),
  );
  const made = ["out-draft", "content/register", "archive"].filter((name) => !existsSync(join(folder, name)));
  return [...faults, ...made.map((name) => `${name} is missing`)];
}

async function opens(place) {
  const { wine, program, opened } = place;
  const openedAfter = async (count) => {
    const faults = wine(program, "wscript.exe", START);
    for (let second = 0; second < SECONDS; second++) {
      const addresses = readFileSync(opened, "utf8").trim().split("\n").filter(Boolean);
      if (addresses.length === count) return { faults, address: addresses.at(-1) };
      await wait(1000);
    }
    throw new Error(`no browser was asked for a page: ${faults}`);
  };
  const first = await openedAfter(1);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(first.address);
    await page
      .getByText("О назначении ответственных")
      .first()
      .waitFor({ timeout: SECONDS * 1000 });
    const second = await openedAfter(2);
    const same = new URL(second.address).origin === new URL(first.address).origin && second.address !== first.address;
    return [...first.faults, ...second.faults, ...(same ? [] : [`opened ${first.address}, then ${second.address}`])];
  } finally {
    await browser.close();
  }
}

async function staysWhileOpen({ work, wine, program }) {
  // So that it works in its place and says how it ended.
  const refused = wine(work, join(program, REMOVE), "/S", `_?=Z:${program.replaceAll("/", "\\")}`);
  const faults = refused.length === 1 && refused[0].includes(": 2 ") ? [] : [`not refused: ${refused}`];
  return existsSync(join(program, "program/bin/trc.js")) ? faults : [...faults, "a part of it was removed"];
}

async function isRemoved({ work, wine, program, menu, folder }) {
  const before = new Map(filesOf(folder));
  const faults = wine(work, join(program, REMOVE), "/S");
  for (let second = 0; second < SECONDS && existsSync(program); second++) await wait(1000);
  for (const path of [program, menu]) if (existsSync(path)) faults.push(`${path} is left`);
  return [...faults, ...differences(new Map(filesOf(folder)), before)];
}
