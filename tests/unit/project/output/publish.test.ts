import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BusyError } from "../../../../src/base/storage/index.ts";
import { holderOf } from "../../../../src/base/storage/lock-holder.ts";
import { sha256 } from "../../../../src/base/text/index.ts";
import type { ManifestDocument } from "../../../../src/project/output/manifest.ts";
import { type OutputFile, type Published, Stage, stageFiles } from "../../../../src/project/output/publish.ts";

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trc-publish-"));
  out = join(folder, "out");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type OutputDocument = { readonly entry: ManifestDocument; readonly files: readonly OutputFile[] };

/** Stages the files of the documents and puts them in the place of what is there. */
async function publish(to: string, documents: readonly OutputDocument[], partial = false): Promise<Published> {
  const stage = await Stage.open(to);
  try {
    for (const { files } of documents) await stageFiles(stage.folder, files);
    return await stage.publish({ documents: documents.map(({ entry }) => entry), registers: [], partial });
  } finally {
    await stage.close();
  }
}

/** Documents of one text file each. */
function setOf(texts: { readonly [path: string]: string }): OutputDocument[] {
  return Object.entries(texts).map(([path, text]) => {
    const bytes = Buffer.from(text);
    const entry = {
      centre: "content",
      id: path,
      files: [{ path, format: "txt", bytes: bytes.length, sha256: sha256(bytes) }],
    };
    return { entry: entry as unknown as ManifestDocument, files: [{ path, bytes }] };
  });
}

function contents(): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((name) => name !== "manifest.json")
    .sort();
}

describe("publish", () => {
  it("writes the first set", async () => {
    await publish(out, setOf({ "01 Приказы/Приказ № 1.txt": "один" }));
    expect(readFileSync(join(out, "01 Приказы/Приказ № 1.txt"), "utf8")).toBe("один");
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  it("removes what it made earlier and no longer makes, its empty folder too", async () => {
    await publish(out, setOf({ "a/old.txt": "1", "b/stays.txt": "2" }));
    const { removed } = await publish(out, setOf({ "b/stays.txt": "2" }));
    expect(removed).toEqual(["a/old.txt"]);
    expect(contents()).toEqual(["b/stays.txt"]);
    expect(existsSync(join(out, "a"))).toBe(false);
  });

  it("never touches a file it did not make: same inode, same time, links and empty folders too", async () => {
    await publish(out, setOf({ "a/made.txt": "1" }));
    writeFileSync(join(out, "a/заметки клерка.txt"), "моё");
    symlinkSync("made.txt", join(out, "a/link"));
    mkdirSync(join(out, "пустая"));
    const before = statSync(join(out, "a/заметки клерка.txt"));
    await publish(out, setOf({ "b/other.txt": "2" }));
    const after = statSync(join(out, "a/заметки клерка.txt"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(contents()).toEqual(["a/link", "a/заметки клерка.txt", "b/other.txt"]);
    expect(existsSync(join(out, "пустая"))).toBe(true);
  });

  it("keeps a document that a person has edited, beside the new one", async () => {
    await publish(out, setOf({ "order.txt": "слова" }));
    writeFileSync(join(out, "order.txt"), "слова с правкой");
    const { kept } = await publish(out, setOf({ "order.txt": "новые слова" }));
    expect(kept).toEqual([{ path: "order.txt", as: "order (изменён вручную).txt" }]);
    expect(readFileSync(join(out, "order.txt"), "utf8")).toBe("новые слова");
    expect(readFileSync(join(out, "order (изменён вручную).txt"), "utf8")).toBe("слова с правкой");
  });

  it("keeps the documents a partial run was not asked for, in the folder and in the manifest", async () => {
    await publish(out, setOf({ "a.txt": "1", "b.txt": "2" }));
    await publish(out, setOf({ "a.txt": "3" }), true);
    expect(contents()).toEqual(["a.txt", "b.txt"]);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest.documents.map(({ id }: { id: string }) => id)).toEqual(["a.txt", "b.txt"]);
  });

  it("leaves the old set whole when the new one cannot be written", async () => {
    await publish(out, setOf({ "a.txt": "1" }));
    const impossible = setOf({ b: "a file", "b/c.txt": "under a file" });
    await expect(publish(out, impossible)).rejects.toThrow();
    expect(contents()).toEqual(["a.txt"]);
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  it("undoes a swap that was cut between its two renames", async () => {
    await publish(out, setOf({ "a.txt": "1" }));
    const { renameSync } = await import("node:fs");
    renameSync(out, join(folder, ".out.trc-old"));
    mkdirSync(join(folder, ".out.trc-stage"));
    writeFileSync(join(folder, ".out.trc-stage/half.txt"), "?");
    await publish(out, setOf({ "b.txt": "2" }));
    expect(contents()).toEqual(["b.txt"]);
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  it("writes through a folder that is a link, which stays one", async () => {
    const real = join(folder, "shared/real");
    mkdirSync(real, { recursive: true });
    symlinkSync(real, out);
    await publish(out, setOf({ "a.txt": "1" }));
    await publish(out, setOf({ "b.txt": "2" }));
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(readdirSync(real).sort()).toEqual(["b.txt", "manifest.json"]);
    expect(readdirSync(join(folder, "shared"))).toEqual(["real"]);
  });

  it("refuses while another run writes the same folder, and takes over a dead run's lock", async () => {
    const lock = join(folder, ".out.trc-lock");
    const own = holderOf("0123456789abcdef");
    writeFileSync(lock, JSON.stringify(own));
    await expect(publish(out, setOf({ "a.txt": "1" }))).rejects.toThrow(BusyError);
    writeFileSync(lock, "");
    await expect(publish(out, setOf({ "a.txt": "1" }))).rejects.toThrow(BusyError);
    writeFileSync(lock, JSON.stringify({ ...own, pid: 999_999_999 }));
    await publish(out, setOf({ "a.txt": "1" }));
    expect(contents()).toEqual(["a.txt"]);
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  it.each(["../x", "a/../x", "a\n/../x", "..", "/x", "C:x", "a\\x", ""])(
    "takes a folder with somebody's manifest.json for what it is, not ours: %j",
    async (path) => {
      mkdirSync(out);
      writeFileSync(
        join(out, "manifest.json"),
        JSON.stringify({ schema: "trc/manifest/1", documents: [{ files: [{ path, sha256: "0" }] }] }),
      );
      await publish(out, setOf({ "a.txt": "1" }));
      expect(contents()).toEqual(["a.txt", "manifest (изменён вручную).json"]);
    },
  );
});
