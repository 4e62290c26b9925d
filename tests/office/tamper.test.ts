import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addToArchive, verifyArchive } from "../../src/office/archive/index.ts";
import { chainFaults, encodeEntry, entriesOf, type RegisterEntry } from "../../src/paperwork/register/index.ts";
import { readProject } from "../../src/project/reading/index.ts";
import { copyOfSample, issued, ORDERS_2025 } from "../support/register.ts";
import { LONG, runs } from "../support/runs.ts";
import { filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
const archive = `${folder.path}/archive`;
let caught = 0;
let tried = 0;

beforeAll(async () => {
  copyOfSample(content);
  for (const [id, today] of ORDERS_2025.slice(0, 3)) await issued(content, id, { today });
  const { added } = await addToArchive({
    content,
    templates: "templates",
    archive,
    documents: [],
    today: "2026-01-12",
  });
  expect(added).toHaveLength(3);
});
afterAll(() => {
  folder.remove();
  console.log(`tamper: ${caught} of ${tried} caught`);
});

/** Every way to spoil one file; each gives back what undoes it. */
const WAYS: readonly (readonly [string, (path: string) => () => void])[] = [
  ["a byte changed", rewritten((bytes) => flip(bytes, bytes.length >> 1))],
  ["the first byte changed", rewritten((bytes) => flip(bytes, 0))],
  ["the last byte changed", rewritten((bytes) => flip(bytes, bytes.length - 1))],
  ["cut in half", rewritten((bytes) => bytes.subarray(0, bytes.length >> 1))],
  ["emptied", rewritten(() => Buffer.alloc(0))],
  ["a byte added", rewritten((bytes) => Buffer.concat([bytes, Buffer.from("\n")]))],
  ["a byte order mark added", rewritten((bytes) => Buffer.concat([Buffer.from("\ufeff"), bytes]))],
  [
    "lines ended the other way",
    rewritten((bytes) => Buffer.from(bytes.toString("latin1").replace(/\n/g, "\r\n"), "latin1")),
  ],
  ["removed", (path) => keeping(path, () => rmSync(path))],
  [
    "renamed",
    (path) =>
      keeping(
        path,
        () => renameSync(path, `${path}.bak`),
        () => rmSync(`${path}.bak`),
      ),
  ],
  [
    "replaced by a link",
    (path) =>
      keeping(
        path,
        (bytes) => {
          writeFileSync(`${folder.path}/aside`, bytes);
          rmSync(path);
          symlinkSync(`${folder.path}/aside`, path);
        },
        () => rmSync(path),
      ),
  ],
];

/** The ways tried on one file: all of them where there are many runs, else three in turn. */
function waysOf(index: number): typeof WAYS {
  if (LONG) return WAYS;
  return [0, 1, 2].flatMap((more) => WAYS.slice((index * 3 + more) % WAYS.length).slice(0, 1));
}

function rewritten(change: (bytes: Buffer) => Buffer): (path: string) => () => void {
  return (path) =>
    keeping(path, (bytes) => {
      const changed = change(bytes);
      // A file without line ends has no other way to end them.
      writeFileSync(path, changed.equals(bytes) ? Buffer.concat([bytes, Buffer.from(" ")]) : changed);
    });
}

function keeping(path: string, spoil: (bytes: Buffer) => void, clean: () => void = () => undefined): () => void {
  const bytes = readFileSync(path);
  spoil(bytes);
  return () => {
    clean();
    writeFileSync(path, bytes);
  };
}

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** What `trc check` says of the register: the records are read as it reads them, and the chain is verified. */
async function registerIsFound(): Promise<boolean> {
  const project = await readProject({ content, templates: "templates" });
  if (project.value === undefined || project.value.findings.length > 0) return true;
  const bytes = new Map(project.value.files.map((file) => [file.path, file.bytes]));
  const entries = entriesOf(project.value.dossier);
  return chainFaults(entries, (file) => bytes.get(file)).length > 0;
}

describe("the archive", () => {
  it("finds every change of every file of a bag, of the book and beside them", async () => {
    const all = [...filesOf(archive).keys()];
    const bag = "2025/order-general-91-od-2025";
    // One bag whole, of the others only what holds them together.
    const files = all.filter((path) => path.startsWith(bag) || !path.includes("/data/"));
    for (const [index, path] of files.entries()) {
      const ways = /\/data\/(templates|records)\//.test(path) ? WAYS.slice(0, 1) : waysOf(index);
      for (const [how, spoil] of ways) {
        const undo = spoil(`${archive}/${path}`);
        tried++;
        const { diagnostics } = await verifyArchive(archive, null);
        expect(diagnostics.length, `${path}: ${how}`).toBeGreaterThan(0);
        caught++;
        undo();
      }
    }
    for (const path of [
      "x",
      "2025/x",
      `${bag}/x`,
      `${bag}/data/x`,
      `${bag}/data/new/x`,
      "accessions/000009.txt",
      "accessions/x",
      ".hidden",
      `${bag}/data/.hidden`,
      `${bag}/fetch.txt`,
    ]) {
      mkdirSync(dirname(`${archive}/${path}`), { recursive: true });
      writeFileSync(`${archive}/${path}`, "added");
      tried++;
      expect((await verifyArchive(archive, null)).diagnostics.length, `${path}: added`).toBeGreaterThan(0);
      caught++;
      rmSync(`${archive}/${path}`);
      if (path.includes("/new/")) rmSync(dirname(`${archive}/${path}`), { recursive: true });
    }
    expect((await verifyArchive(archive, content)).diagnostics).toEqual([]);
  }, 600_000);

  it("finds bags that are swapped, made anew with right sums, or put under another name", async () => {
    const [one, two] = ["order-general-91-od-2025", "order-operation-88-od-2025"].map(
      (name) => `${archive}/2025/${name}`,
    );
    const swap = (): void => {
      renameSync(one ?? "", `${archive}/swap`);
      renameSync(two ?? "", one ?? "");
      renameSync(`${archive}/swap`, two ?? "");
    };
    swap();
    expect(new Set((await verifyArchive(archive, null)).diagnostics.map(({ code }) => code))).toEqual(
      new Set(["TRC8316"]),
    );
    swap();
    const { makeBag, readInfo } = await import("../../src/office/archive/bag.ts");
    const payload = new Map([...filesOf(`${one}/data`)].map(([path, bytes]) => [path, new Uint8Array(bytes)]));
    payload.set("words.txt", new TextEncoder().encode("другие слова\n"));
    const info = [...readInfo(readFileSync(`${one}/bag-info.txt`))].filter(([key]) => key !== "Payload-Oxum");
    cpSync(one ?? "", `${folder.path}/kept`, { recursive: true });
    for (const [path, bytes] of makeBag(payload, info)) writeFileSync(`${one}/${path}`, bytes);
    const { diagnostics } = await verifyArchive(archive, null);
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC8316"]);
    rmSync(one ?? "", { recursive: true });
    cpSync(`${folder.path}/kept`, one ?? "", { recursive: true });
    expect((await verifyArchive(archive, null)).diagnostics).toEqual([]);
  });
});

describe("the register", () => {
  /** Of the newest entry alone only what changes its bytes can be known; its removal is known from the archive. */
  it("finds every change of every entry", async () => {
    const files = [...filesOf(`${content}/register`).keys()];
    const newest = "2025/order-general-91-od-2025.yaml";
    for (const [index, path] of files.entries()) {
      for (const [how, spoil] of waysOf(index)) {
        const undo = spoil(`${content}/register/${path}`);
        // Git for Windows ends the lines of a working copy so: no word is changed by it.
        if (how === "lines ended the other way") {
          expect(await registerIsFound(), `${path}: ${how}`).toBe(false);
          undo();
          continue;
        }
        tried++;
        const gone = how === "removed" || how === "replaced by a link" || how === "renamed";
        const found =
          path === newest && gone
            ? (await verifyArchive(archive, content)).diagnostics.length > 0
            : await registerIsFound();
        expect(found, `${path}: ${how}`).toBe(true);
        caught++;
        undo();
      }
    }
    expect(await registerIsFound()).toBe(false);
  });

  it("finds a forged entry whose own seal is right", async () => {
    const project = await readProject({ content, templates: "templates" });
    const entries = entriesOf(
      project.value?.dossier ?? { collections: new Map(), schemas: { schemas: new Map(), kinds: new Set() } },
    );
    for (const entry of entries.slice(0, -1)) {
      const path = `${content}/${entry.source}`;
      const bytes = readFileSync(path);
      writeFileSync(path, forged(entry));
      tried++;
      expect(await registerIsFound(), entry.id).toBe(true);
      caught++;
      writeFileSync(path, bytes);
    }
    expect(tried).toBeGreaterThan(runs(100, 300));
    expect(caught).toBe(tried);
  });
});

function forged({ fields }: RegisterEntry): string {
  const { entry, previous, seal: _seal, ...rest } = fields;
  return encodeEntry({ ...rest, registered: "2020-01-01" }, { entry, previous: previous ?? null }).text;
}
