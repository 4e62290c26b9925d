import { access, constants, mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { createFile, createFolder, isThere, isWithin, safeJoin, storageFault } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import type { Accession } from "./accession.ts";
import { digest, type Files, isIntact, parseManifest } from "./bag.ts";
import { type Book, type BookEntry, bookIn } from "./book.ts";
import { FINDINGS } from "./findings.ts";
import { ATTRIBUTES_NAME, isAttributes, isCut, missingArchive, README_NAME, withArchive } from "./open-archive.ts";
import { insideOf, readTree } from "./read-files.ts";
import { verifyArchive } from "./verify-archive.ts";

/** One thing to write on a side: a bag or a file of the archive that is missing there or damaged. */
export type MirrorStep = {
  /** Side that is written. */
  readonly side: string;
  readonly path: string;
  /** `copy`: it was not there; `repair`: it was damaged, the damaged one is put aside. */
  readonly action: "copy" | "repair";
};

/** What the sides lacked, and whether it was written. */
export type MirrorReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly steps: readonly MirrorStep[];
  /** False when the person said no. */
  readonly done: boolean;
};

/**
 * Makes two copies of an archive the same: what one side lacks is copied, what is damaged on one side is taken from the other when it is whole
 * there, after `confirm` has agreed to the repairs. What was damaged is kept in `<side>.damaged/`. Codes TRC8318, TRC8320, TRC8321,
 * TRC8328, TRC8201–TRC8206.
 */
export async function mirrorArchive(
  archive: string,
  mirror: string,
  confirm: (steps: readonly MirrorStep[]) => Promise<boolean>,
): Promise<MirrorReport> {
  try {
    const faults = await missingArchive(archive);
    if ((await isWithin(archive, mirror)) || (await isWithin(mirror, archive)))
      faults.push(raise(FINDINGS.TRC8328, { of: [archive, mirror] }));
    if (faults.length > 0) return refused(faults);
    await mkdir(mirror, { recursive: true });
    return await lockedOrRead(archive, () => withArchive(mirror, () => agree(archive, mirror, confirm)));
  } catch (error) {
    return refused([storageFault(`${archive}, ${mirror}`, error)]);
  }
}

/** An archive that lies on read-only media needs no lock: nobody writes there. @throws when it has to be written all the same */
async function lockedOrRead<T>(archive: string, action: () => Promise<T>): Promise<T> {
  const readOnly = await access(archive, constants.W_OK).then(
    () => false,
    () => true,
  );
  return readOnly && !(await isCut(archive)) ? action() : withArchive(archive, action);
}

function refused(diagnostics: readonly Diagnostic[]): MirrorReport {
  return { diagnostics, steps: [], done: false };
}

type Side = {
  readonly root: string;
  readonly files: Files;
  readonly strange: readonly string[];
  readonly book: Book;
};

async function agree(
  archive: string,
  mirror: string,
  confirm: (steps: readonly MirrorStep[]) => Promise<boolean>,
): Promise<MirrorReport> {
  const [left, right] = [await sideOf(archive), await sideOf(mirror)];
  const book = commonBook(left, right);
  if (book === null) return refused([raise(FINDINGS.TRC8320, { of: [archive, mirror] })]);
  const plan = [...bookSteps([left, right], book), ...bagSteps([left, right], book)];
  // What nobody has whole is told; everything else is copied and repaired all the same.
  const lost = new Set(plan.filter(({ from }) => from === null).map(({ path }) => path));
  const possible = plan.filter(({ from }) => from !== null);
  const told = [...lost].map((path) => raise(FINDINGS.TRC8321, { of: [path] }));
  if (possible.length === 0 && told.length > 0) return refused(told);
  const repairs = possible.filter(({ action }) => action === "repair");
  if (repairs.length > 0 && !(await confirm(repairs.map(shown))))
    return { diagnostics: [], steps: possible.map(shown), done: false };
  for (const step of possible) await carryOut(step);
  const after = [
    ...(await verifyArchive(archive, null, lost)).diagnostics,
    ...(await verifyArchive(mirror, null, lost)).diagnostics,
  ];
  return { diagnostics: [...told, ...after], steps: possible.map(shown), done: true };
}

type Step = MirrorStep & { readonly from: string | null; readonly files: Files };

/** The longer of the two books when the other is its beginning or is damaged; null when both are whole and differ. */
function commonBook(left: Side, right: Side): readonly BookEntry[] | null {
  const [one, two] = [left.book.whole, right.book.whole];
  const [long, short] = one.length >= two.length ? [one, two] : [two, one];
  return short.every(({ seal }, index) => long[index]?.seal === seal) ? long : null;
}

/** What a side has of one thing that both should have: `whole` when it is right there, `there` when anything lies in its place. */
type Held = { readonly files: Files; readonly whole: boolean; readonly there: boolean };

/** Steps that bring one thing to the sides that lack it, from the side that has it whole; `from` is null when none has. */
function steps(sides: readonly Side[], path: string, heldBy: (side: Side) => Held): Step[] {
  const held = sides.map((side) => ({ side: side.root, ...heldBy(side) }));
  const good = held.find(({ whole }) => whole);
  return held
    .filter(({ whole }) => !whole)
    .map(({ side, there }) => ({
      side,
      path,
      action: there ? "repair" : "copy",
      from: good?.side ?? null,
      files: good?.files ?? new Map(),
    }));
}

function bookSteps(sides: readonly Side[], book: readonly BookEntry[]): Step[] {
  const file = (path: string, isRight: (bytes: Uint8Array, side: Side) => boolean): Step[] =>
    steps(sides, path, (side) => {
      const bytes = side.files.get(path);
      if (bytes === undefined) return { files: new Map(), whole: false, there: false };
      return { files: new Map([["", bytes]]), whole: isRight(bytes, side), there: true };
    });
  const entries = book.flatMap(({ path, seal }) =>
    file(path, (_, side) => side.book.entries.some((one) => one.path === path && one.seal === seal)),
  );
  const readme = file(README_NAME, (bytes) => sha256(bytes) === book[0]?.readmeSha256);
  const attributes = file(ATTRIBUTES_NAME, isAttributes);
  // A README that both sides have lost stops nothing; the check afterwards reports it.
  return [...entries, ...(book.length === 0 ? [] : [...readme, ...attributes].filter(({ from }) => from !== null))];
}

/** Bags of documents that were disposed of are left as they are on either side: they may be gone, and must not come back. */
function bagSteps(sides: readonly Side[], book: readonly BookEntry[]): Step[] {
  const disposed = new Set(book.filter(({ disposedBy }) => disposedBy !== null).map(({ document }) => document));
  return book
    .filter(({ document }) => !disposed.has(document))
    .flatMap((accession) => {
      const held = new Map(sides.map((side) => [side, insideOf(side.files, accession.bag)]));
      const plan = steps(sides, accession.bag, (side) => {
        const files = held.get(side) ?? new Map();
        const strange = side.strange.some((path) => path.startsWith(`${accession.bag}/`));
        return { files, whole: !strange && isIntact(files, accession), there: files.size > 0 || strange };
      });
      if (plan.every(({ from }) => from !== null)) return plan;
      const files = wholeOf([...held.values()], accession);
      return files === null
        ? plan
        : plan.map((step) => ({ ...step, from: sides.map(({ root }) => root).join(", "), files }));
    });
}

/** The whole bag out of files of either side, when each of its files is right on one of them; null when one is not. */
function wholeOf(held: readonly Files[], accession: Accession): Files | null {
  const found = new Map<string, Uint8Array>();
  const take = (path: string, algorithm: "sha256" | "sha512", wanted: string): void => {
    const bytes = held.flatMap((files) => files.get(path) ?? []).find((one) => digest(algorithm, one) === wanted);
    if (bytes !== undefined) found.set(path, bytes);
  };
  take("tagmanifest-sha256.txt", "sha256", accession.tagmanifestSha256);
  take("tagmanifest-sha512.txt", "sha512", accession.tagmanifestSha512);
  // The first names the second, which names all the rest.
  for (const manifest of ["tagmanifest-sha256.txt", "manifest-sha256.txt"])
    for (const [path, hex] of parseManifest(found.get(manifest) ?? new Uint8Array()) ?? []) take(path, "sha256", hex);
  return isIntact(found, accession) ? found : null;
}

/** A damaged thing is moved aside first, so that nothing is lost; then the whole one appears atomically. */
async function carryOut({ side, path, action, files }: Step): Promise<void> {
  const target = await safeJoin(side, path);
  if (action === "repair") {
    const aside = await freePath(`${side.replace(/[/\\]+$/, "")}.damaged`, path);
    await mkdir(dirname(aside), { recursive: true });
    await rename(target, aside);
  }
  await mkdir(dirname(target), { recursive: true });
  const single = files.get("");
  if (single !== undefined) await createFile(target, single);
  else await createFolder(target, files);
}

async function freePath(root: string, path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = join(root, number === 1 ? path : `${path} (${number})`);
    if (!(await isThere(candidate))) return candidate;
  }
}

async function sideOf(root: string): Promise<Side> {
  const { files, strange } = await readTree(root);
  return { root, files, strange, book: bookIn(files) };
}

function shown({ side, path, action }: Step): MirrorStep {
  return { side, path, action };
}
