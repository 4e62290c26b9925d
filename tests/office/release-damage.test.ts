import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/base/text/index.ts";
import { encodeSums, isSealed, PART } from "../../src/office/release/bundle-format.ts";
import { packBundle, unpackBundle } from "../../src/office/release/zip.ts";
import { readTrust, type Trust } from "../../src/office/signatures/index.ts";
import { identity } from "../support/certificates.ts";
import { approveAll, releaseOf, type SmallCentre, signerOf, smallCentre, verify } from "../support/release.ts";
import { runs, someOf } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

type Files = Map<string, Uint8Array>;
type Damage = { readonly name: string; readonly change: (files: Files) => void };

let centre: SmallCentre;
let good: Uint8Array;
let files: Files;
let other: Files;
let trust: Trust;
const target = join(folder.path, "damaged.zip");

beforeAll(async () => {
  centre = await smallCentre(join(folder.path, "centre"));
  await approveAll(centre);
  const head = await identity("Руководитель Учебного Центра");
  const signer = await signerOf(join(folder.path, "keys"), "head", head);
  trust = await readTrust(Buffer.from(head.certPem));
  const made = await releaseOf(centre, { signer, signDocuments: true });
  if (made.bundle === null) throw new Error(JSON.stringify(made.diagnostics));
  good = readFileSync(made.bundle.path);
  files = await unpackBundle(good);
  // A genuine bundle by the same hand, of other words: what an attacker would replay from.
  const settings = join(centre.content, "regulations/regulation-2025.yaml");
  writeFileSync(settings, `${readFileSync(settings, "utf8").trimEnd()}\n`);
  const second = await releaseOf(centre, {
    signer,
    signDocuments: true,
    draft: true,
    out: join(folder.path, "second.zip"),
  });
  if (second.bundle === null) throw new Error(JSON.stringify(second.diagnostics));
  other = await unpackBundle(readFileSync(second.bundle.path));
});

async function caught(bytes: Uint8Array): Promise<boolean> {
  writeFileSync(target, bytes);
  return !(await verify(target, { trust })).ok;
}

/** A change of one file; the container is made anew around it, so that only the contents tell. */
function damages(): Damage[] {
  const paths = [...files.keys()].sort();
  const each = paths.flatMap((path, index): Damage[] => {
    const bytes = files.get(path) ?? new Uint8Array();
    const next = paths[(index + 1) % paths.length] ?? path;
    const put = (name: string, value: Uint8Array): Damage => ({
      name: `${name} ${path}`,
      change: (all) => all.set(path, value),
    });
    const flip = (at: number): Uint8Array => bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
    const ways: Damage[] = [
      put("flip the first byte of", flip(0)),
      put("flip the middle of", flip(bytes.length >> 1)),
      put("flip the last byte of", flip(bytes.length - 1)),
      put("cut", bytes.subarray(0, bytes.length - 1)),
      put("empty", new Uint8Array()),
      put("add to", Buffer.concat([bytes, Buffer.from("\n")])),
      { name: `remove ${path}`, change: (all) => all.delete(path) },
      {
        name: `rename ${path}`,
        change: (all) => {
          all.delete(path);
          all.set(`${path}.bak`, bytes);
        },
      },
      {
        name: `swap ${path} with its neighbour`,
        change: (all) => {
          all.set(path, files.get(next) ?? new Uint8Array());
          all.set(next, bytes);
        },
      },
    ];
    // Records and templates are many and alike: of the ways each has two, in turn.
    return path.startsWith("sources/")
      ? [...ways, ...ways].slice(index % ways.length, (index % ways.length) + 2)
      : ways;
  });
  // The ways of one file are nine: each seventh takes another of them from every file.
  return [...someOf(each, 7), ...additions(), ...replays(), ...someOf(recomputed(), 2)];
}

function additions(): Damage[] {
  return [
    "x.txt",
    "original/Новый.pdf",
    "sources/content/content/x.yaml",
    "signatures/x.sig",
    "stamped/x.pdf",
    "approvals/x.json",
  ].map((path) => ({ name: `add ${path}`, change: (all) => all.set(path, Buffer.from("новое")) }));
}

/** Parts of another genuine bundle, and signatures of other documents. */
function replays(): Damage[] {
  const differing = [...files.keys()].filter((path) => {
    const held = other.get(path);
    return held !== undefined && !Buffer.from(held).equals(files.get(path) ?? new Uint8Array());
  });
  const signatures = [...files.keys()].filter((path) => path.endsWith(".pdf.sig"));
  return [
    ...differing.map((path) => ({
      name: `replay ${path}`,
      change: (all: Files) => all.set(path, other.get(path) ?? new Uint8Array()),
    })),
    ...signatures.map((path, index) => ({
      name: `put the signature of another document at ${path}, listed as if it belonged there`,
      change: (all: Files) => {
        const foreign = files.get(signatures[(index + 1) % signatures.length] ?? "") ?? new Uint8Array();
        all.set(path, foreign);
        relist(all, path, foreign);
      },
    })),
  ];
}

/** The attacker knows how a bundle is made: whatever is changed, manifest, origin and digests are computed anew. */
function recomputed(): Damage[] {
  const sealed = [...files.keys()].filter((path) => isSealed(path) && path !== PART.manifest).sort();
  return [
    ...sealed.map((path) => ({
      name: `change ${path} and recompute all digests`,
      change: (all: Files) => {
        const changed = Buffer.concat([files.get(path) ?? new Uint8Array(), Buffer.from(" ")]);
        all.set(path, changed);
        rewrite(all, sha256(files.get(path) ?? new Uint8Array()), sha256(changed));
      },
    })),
    ...["signatures", "commits", "documents"].map((key) => ({
      name: `empty ${key} of the manifest and recompute`,
      change: (all: Files) => {
        const manifest = JSON.parse(Buffer.from(all.get(PART.manifest) ?? []).toString()) as { [key: string]: unknown };
        all.set(PART.manifest, Buffer.from(`${JSON.stringify({ ...manifest, [key]: [] }, null, 2)}\n`));
        all.set(PART.sums, encodeSums(all));
        relistTarget(all);
      },
    })),
    {
      name: "take all signatures away, from the list and the manifest too, and recompute",
      change: (all) => {
        for (const path of [...all.keys()]) if (path.startsWith(PART.signatures)) all.delete(path);
        const manifest = JSON.parse(Buffer.from(all.get(PART.manifest) ?? []).toString()) as object;
        all.set(PART.manifest, Buffer.from(`${JSON.stringify({ ...manifest, signatures: [] }, null, 2)}\n`));
        all.set(
          PART.signatureIndex,
          Buffer.from(`${JSON.stringify({ schema: "trc/signatures/1", signatures: [], stamped: [] }, null, 2)}\n`),
        );
        all.set(PART.sums, encodeSums(all));
      },
    },
  ];
}

/** Puts a new digest in the place of an old one wherever the bundle has it. */
function rewrite(all: Files, from: string, to: string): void {
  for (const path of [PART.manifest, PART.provenance])
    all.set(
      path,
      Buffer.from(
        Buffer.from(all.get(path) ?? [])
          .toString()
          .replaceAll(from, to),
      ),
    );
  all.set(PART.sums, encodeSums(all));
  relistTarget(all);
}

function relist(all: Files, file: string, signature: Uint8Array): void {
  editIndex(all, (one) => (one.file === file ? { ...one, sha256: sha256(signature) } : one));
}

function relistTarget(all: Files): void {
  editIndex(all, (one) => ({ ...one, targetSha256: sha256(all.get(one.target) ?? new Uint8Array()) }));
}

type Listed = {
  readonly file: string;
  readonly sha256: string;
  readonly target: string;
  readonly targetSha256: string;
};

function editIndex(all: Files, change: (one: Listed) => Listed): void {
  const index = JSON.parse(Buffer.from(all.get(PART.signatureIndex) ?? []).toString()) as { signatures: Listed[] };
  const edited = { ...index, signatures: index.signatures.map(change) };
  all.set(PART.signatureIndex, Buffer.from(`${JSON.stringify(edited, null, 2)}\n`));
}

describe("a damaged bundle", () => {
  it("starts from one that is right", async () => {
    const report = await verify(join(centre.root, "release/bundle.zip"), { trust });
    expect(report.findings.filter(({ state }) => state === "failed")).toEqual([]);
    expect(report.ok).toBe(true);
  });

  it("is caught, whichever of its files was touched and however", async () => {
    const all = damages();
    const missed: string[] = [];
    for (const { name, change } of all) {
      const changed: Files = new Map(files);
      change(changed);
      if (!(await caught(packBundle(changed)))) missed.push(name);
    }
    expect(missed).toEqual([]);
    console.log(`damages of the contents caught: ${all.length} of ${all.length}`);
    expect(all.length).toBeGreaterThan(runs(100, 500));
  }, 600_000);

  it("is caught when any byte of the container is changed, cut or added", async () => {
    const missed: number[] = [];
    let tried = 0;
    const expectCaught = async (changed: Uint8Array, name: number): Promise<void> => {
      tried++;
      if (!(await caught(changed))) missed.push(name);
    };
    const step = Math.ceil(good.length / runs(40, 200));
    for (let at = 0; at < good.length; at += step) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x20;
      await expectCaught(changed, at);
    }
    // The last kilobyte is the directory of the ZIP: every fourth byte of it where there are many runs.
    for (let at = good.length - 1024; at < good.length; at += runs(25, 4)) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      await expectCaught(changed, at);
    }
    for (const cut of [0, 1, 22, 1000, good.length >> 1, good.length - 1])
      await expectCaught(good.subarray(0, cut), cut);
    for (const more of [Buffer.concat([good, Buffer.from([0])]), Buffer.concat([Buffer.from("PK"), good])])
      await expectCaught(more, more.length);
    expect(missed).toEqual([]);
    console.log(`damages of the container caught: ${tried} of ${tried}`);
    expect(tried).toBeGreaterThan(runs(80, 400));
  }, 600_000);
});
