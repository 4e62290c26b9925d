import { lstat, mkdir, readdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { BusyError, busyWords, replaceFile, systemReason, writeAlone } from "../../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";

/**
 * Puts a bundle at `target` atomically: written beside it, flushed to the disk, renamed. Whenever the process is cut, the target is what it was
 * or the whole new bundle; what a cut run left beside it is removed by the next. Codes TRC7015, TRC7016.
 *
 * @param make gives the bytes; it runs under the lock, so that two runs that add to one bundle do not lose each other's work
 */
export async function writeBundle(
  target: string,
  make: () => Promise<Outcome<Uint8Array>>,
): Promise<readonly Diagnostic[]> {
  const path = resolve(target);
  const folder = dirname(path);
  try {
    await mkdir(folder, { recursive: true });
    const unsafe = await targetFault(path, target);
    if (unsafe !== null) return [unsafe];
    const write = async (): Promise<readonly Diagnostic[]> => {
      const { value, diagnostics } = await make();
      if (value === undefined) return diagnostics;
      await replaceFile(path, value);
      return [];
    };
    return await writeAlone(folder, write, { depth: "folder" });
  } catch (error) {
    return [writeFault(target, error)];
  }
}

/** A folder or a link in the place of the bundle is not overwritten. */
async function targetFault(path: string, shown: string): Promise<Diagnostic | null> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found === null || found.isFile()) return null;
  const what = found.isSymbolicLink() ? "link" : found.isDirectory() ? "folder" : "other";
  const empty = found.isDirectory() && (await readdir(path)).length === 0;
  return raise(FINDINGS.TRC7015, {
    message: text(
      `На месте «${shown}» – ${WHAT[what].ru}${empty ? " (пустая)" : ""}, комплект туда не записать`,
      `“${shown}” is ${WHAT[what].en}${empty ? " (empty)" : ""}: a bundle cannot be written there`,
    ),
  });
}

const WHAT = {
  link: text("символическая ссылка", "a symbolic link"),
  folder: text("папка", "a folder"),
  other: text("не обычный файл", "no regular file"),
} as const;

function writeFault(target: string, error: unknown): Diagnostic {
  if (error instanceof BusyError) return raise(FINDINGS.TRC7016, busyWords(dirname(target), error));
  const reason = systemReason(error);
  return raise(FINDINGS.TRC7015, {
    message: text(
      `Комплект «${target}» не записан: ${reason.ru}; прежний файл, если он был, цел`,
      `The bundle “${target}” was not written: ${reason.en}; the earlier file, if there was one, is whole`,
    ),
  });
}
