import { execFileSync } from "node:child_process";
import { createWriteStream, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, gzipSync } from "node:zlib";
import { ZipFile } from "yazl";

/** The folder that the ZIP opens to. */
const FOLDER = "Документы центра";
/** The first day that ZIP knows, by the clock of any place. */
const EPOCH = new Date(1980, 0, 1);

/** A ZIP of a folder whose bytes follow from what is in it. */
export async function writeZip(folder, path) {
  await writeZipOf(
    new Map(filesIn(folder).map((name) => [`${FOLDER}/${name}`, readFileSync(join(folder, name))])),
    path,
  );
}

/** A ZIP of files by their names, in the order that they are given in. */
export async function writeZipOf(files, path) {
  const zip = new ZipFile();
  for (const [name, content] of files)
    zip.addBuffer(Buffer.from(content), name, {
      mtime: EPOCH,
      mode: 0o100644,
      forceDosTimestamp: true,
      compressionLevel: constants.Z_BEST_COMPRESSION,
    });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

/** The same for Linux, with the rights of its programs. */
export function writeTarball(folder, path) {
  const same = ["--sort=name", "--mtime=1980-01-01T00:00Z", "--owner=0", "--group=0", "--numeric-owner"];
  const argv = [...same, "--format=gnu", "--mode=u=rwX,go=rX", "-C", dirname(folder), "-cf", "-", basename(folder)];
  const tar = execFileSync("tar", argv, { maxBuffer: 2 ** 30 });
  writeFileSync(path, gzipSync(tar, { level: constants.Z_BEST_COMPRESSION }));
}

/** Paths of the files in a folder, in the order of code units. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}
