import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type KilledRun, killedRun, type Moment, makeLocksOld } from "./killed-run.ts";
import { filesOf } from "./samples.ts";
import { order, SmallProject } from "./small-project.ts";

/** Orders of a centre that are issued and archived one after another. */
const DRAFTS = ["first", "second", "third", "fourth"] as const;
/** Who annuls the registration of the first order, and the entry that says so: the second of its series. */
const BY = "lebed-ek";
const ANNULMENT = "register/2024/order-general-first-annulled-2.yaml";
const UNDER_WAY = /(^|\/)\.trc-(part-|journal|staged|pending)/;
/** One thing a clerk does: a draft is issued, the issued order is taken into the archive, a registration is annulled. */
export type Deed = "issue" | "archive" | "annul";
/** What is done one after another, and to which draft. */
const DEEDS: readonly (readonly [Deed, number])[] = DRAFTS.flatMap((_, draft) => [
  ["issue", draft] as const,
  ["archive", draft] as const,
  ...(draft === 0 ? [["annul", draft] as const] : []),
]);

/**
 * A small centre whose clerk issues and archives four orders and annuls the first by the real commands, each killed at some moment. After every
 * kill it looks at the disk: what was there is there, and nothing new is half there.
 */
export class KilledCentre {
  readonly #root: string;
  readonly #pristine: string;
  readonly #templates: string;
  #next = 0;

  constructor(root: string) {
    this.#root = root;
    this.#pristine = join(root, "pristine");
    const project = new SmallProject(this.#pristine);
    this.#templates = project.templates;
    for (const [index, name] of DRAFTS.entries())
      project.write(
        `orders/${name}.yaml`,
        order({ number: "__-О", date: `2024-11-0${index + 5}`, subject: `О деле ${name}`, acknowledge: ["lebed-ek"] }),
      );
    this.begin();
  }

  get content(): string {
    return join(this.#root, "content");
  }

  get archive(): string {
    return join(this.#root, "archive");
  }

  /** Begins anew, with nothing issued. */
  begin(): void {
    for (const path of [this.content, this.archive]) rmSync(path, { recursive: true, force: true });
    cpSync(join(this.#pristine, "content"), this.content, { recursive: true });
    mkdirSync(this.archive);
    this.#next = 0;
  }

  /** What is to be done now; null when everything is. */
  get deed(): Deed | null {
    while (this.#next < DEEDS.length && this.#isDone()) this.#next++;
    return DEEDS[this.#next]?.[0] ?? null;
  }

  /** Does the next thing, killed at a moment if one is given, and looks at what is left. True when it was killed in the middle of writing. */
  async run(moment: Moment | null): Promise<KilledRun & { readonly midWrite: boolean }> {
    const before = this.#visible();
    const ended = await this.#command(moment);
    this.#expectWhole(before);
    return { ...ended, midWrite: ended.killed && this.#hidden().some((path) => UNDER_WAY.test(path)) };
  }

  /** The whole centre holds: the records check, the archive verifies, numbers run without a gap, and nothing is left lying about. */
  expectSound(): void {
    for (const parameters of [["check"], ["archive", "verify", "--archive", this.archive]]) {
      const templates = parameters[0] === "check" ? ["--templates", this.#templates] : [];
      const all = ["bin/trc.js", ...parameters, "--content", this.content, ...templates];
      const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
      expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
    }
    const [first = "", ...later] = DRAFTS.map(entryOf);
    const entries = [first, ANNULMENT, ...later].map((path) => readFileSync(join(this.content, path), "utf8"));
    expect(entries.map((text) => /^number: "(.*)"$/m.exec(text)?.[1])).toEqual(["3-О", "3-О", "4-О", "5-О", "6-О"]);
    expect(entries.map((text) => /^annulledBy: (.*)$/m.exec(text)?.[1]).filter(Boolean)).toEqual([BY]);
    const seals = entries.map((text) => /^seal: (.*)$/m.exec(text)?.[1]);
    expect(entries.map((text) => /^previous: "(.*)"$/m.exec(text)?.[1])).toEqual([undefined, ...seals.slice(0, -1)]);
    expect(readdirSync(join(this.archive, "accessions"))).toHaveLength(DRAFTS.length);
  }

  /** After a run that nobody killed nothing is left but the lock of a dead one in a folder that no later run has written; the next takes it over. */
  expectTidy(): void {
    expect(this.#hidden().filter((path) => !/\/\.trc-lock(-[0-9a-f]{16}(-guard)?)?$/.test(path))).toEqual([]);
  }

  /** Names that another process might be using right now are made old, so that the next run may remove them. */
  makeOld(): void {
    for (const folder of [this.content, this.archive]) makeLocksOld(folder);
  }

  #isDone(): boolean {
    const [deed, draft] = this.#now;
    if (deed === "archive") return filesOf(this.archive).has(`accessions/00000${draft + 1}.txt`);
    const files = filesOf(this.content);
    // The journal stands before the entry does and until all is written.
    return files.has(deed === "annul" ? ANNULMENT : entryOf(DRAFTS[draft] ?? "")) && !files.has(".trc-journal.json");
  }

  get #now(): readonly [Deed, number] {
    return DEEDS[this.#next] ?? DEEDS[0] ?? ["issue", 0];
  }

  #command(moment: Moment | null): Promise<KilledRun> {
    const [deed, draft] = this.#now;
    const name = DRAFTS[draft] ?? "";
    const common = ["--content", this.content, "--templates", this.#templates];
    const parameters = {
      issue: ["issue", name, ...common, "--registered", "2024-11-29"],
      archive: ["archive", "add", name, ...common, "--archive", this.archive, "--date", "2024-12-02"],
      annul: ["annul", name, ...common, "--by", BY, "--reason", "издан по ошибке", "--date", "2024-12-03"],
    }[deed];
    const watched = deed === "archive" ? this.archive : this.content;
    return killedRun(parameters, { moment, watched, writes: (file) => UNDER_WAY.test(file) });
  }

  #all(): Map<string, Buffer> {
    const files = new Map<string, Buffer>();
    for (const side of ["content", "archive"] as const)
      for (const [path, bytes] of filesOf(this[side])) files.set(`${side}/${path}`, bytes);
    return files;
  }

  #visible(): Map<string, Buffer> {
    return new Map([...this.#all()].filter(([path]) => !isHidden(path)));
  }

  #hidden(): string[] {
    return [...this.#all().keys()].filter(isHidden);
  }

  /** Nothing lost: every file is as it was, but for the record that got its number. Nothing half there: every new file is whole. */
  #expectWhole(before: ReadonlyMap<string, Buffer>): void {
    const after = this.#visible();
    const [deed, draft] = this.#now;
    const record = deed === "issue" ? `content/orders/${DRAFTS[draft]}.yaml` : null;
    for (const [path, bytes] of before) {
      const now = after.get(path)?.toString("utf8");
      if (path === record && now !== bytes.toString("utf8"))
        expect(now).toBe(bytes.toString("utf8").replace('"__-О"', `"${draft + 3}-О"`));
      else expect([path, after.get(path)?.equals(bytes)]).toEqual([path, true]);
    }
    const bags = new Set<string>();
    for (const [path, bytes] of after) {
      if (before.has(path)) continue;
      const [, bag] = /^(archive\/\d{4}\/[^/]+)\//.exec(path) ?? [];
      if (bag !== undefined) bags.add(bag);
      else if (path === "archive/README.txt") expect(bytes.toString("utf8")).toMatch(/^АРХИВ[\s\S]*\n$/);
      else if (path === "archive/.gitattributes") expect(bytes.toString("utf8")).toBe("* -text\n");
      else expectSealed(path, bytes.toString("utf8"));
    }
    for (const bag of bags) expectIntact(bag, after);
  }
}

function entryOf(name: string): string {
  return `register/2024/order-general-${name}.yaml`;
}

function isHidden(path: string): boolean {
  return /(^|\/)\.trc-/.test(path);
}

/** An entry of the register or a line of the book: the last line is the digest of all lines above. */
function expectSealed(path: string, text: string): void {
  const [, above = "", seal] = /^([\s\S]*\n)[Ss]eal: ([0-9a-f]{64})\n$/.exec(text) ?? [];
  expect([path, seal]).toEqual([path, sha256(above)]);
}

/** Every file that the manifests of a bag name is there as it was, and no other. */
function expectIntact(bag: string, files: ReadonlyMap<string, Buffer>): void {
  const listed = ["manifest-sha256.txt", "tagmanifest-sha256.txt"].flatMap((name) => {
    const lines = files.get(`${bag}/${name}`)?.toString("utf8").trimEnd().split("\n") ?? [];
    return lines.map((line) => line.split(/ {2}/, 2) as [string, string]);
  });
  for (const [sum, path] of listed) expect([path, sha256(files.get(`${bag}/${path}`) ?? "")]).toEqual([path, sum]);
  const there = [...files.keys()].filter((path) => path.startsWith(`${bag}/`) && !/\/tagmanifest-/.test(path));
  expect(there).toHaveLength(listed.length);
}

function sha256(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
