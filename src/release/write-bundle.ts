import { lstat, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { LockedError, takeLock } from "../build/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";

/**
 * Puts a bundle at `target` at one stroke: written beside it, flushed to the disk, renamed. Whenever the process is cut, the target is what it was
 * or the whole new bundle; what a cut run left beside it is removed by the next. Codes TRC7015, TRC7016.
 *
 * @param make gives the bytes; it runs under the lock, so that two runs that add to one bundle do not lose each other's work
 */
export async function writeBundle(
  target: string,
  make: () => Promise<{ readonly bytes: Uint8Array } | { readonly diagnostics: readonly Diagnostic[] }>,
): Promise<readonly Diagnostic[]> {
  const path = resolve(target);
  const temporary = join(dirname(path), `.${basename(path)}.trc-new`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const unsafe = await targetFault(path, target);
    if (unsafe !== null) return [unsafe];
    const release = await takeLock(join(dirname(path), `.${basename(path)}.trc-lock`));
    try {
      await rm(temporary, { force: true, recursive: true });
      const made = await make();
      if (!("bytes" in made)) return made.diagnostics;
      await writeFlushed(temporary, made.bytes);
      await rename(temporary, path);
      await flushFolder(dirname(path));
      return [];
    } finally {
      await rm(temporary, { force: true });
      await release();
    }
  } catch (error) {
    const fault = writeFault(target, error);
    if (fault === null) throw error;
    return [fault];
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is on the disk when its folder is; systems that cannot open a folder do without. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** A folder or a link in the place of the bundle is not overwritten. */
async function targetFault(path: string, shown: string): Promise<Diagnostic | null> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found === null || found.isFile()) return null;
  const what = found.isSymbolicLink() ? "символическая ссылка" : found.isDirectory() ? "папка" : "не обычный файл";
  const empty = found.isDirectory() && (await readdir(path)).length === 0 ? " (пустая)" : "";
  return {
    code: "TRC7015",
    severity: "error",
    message: `На месте «${shown}» – ${what}${empty}, комплект туда не записать`,
    hints: ["Укажите другой файл: --out release/комплект.zip"],
  };
}

function writeFault(target: string, error: unknown): Diagnostic | null {
  if (error instanceof LockedError)
    return {
      code: "TRC7016",
      severity: "error",
      message: `Файл «${target}» сейчас пишет другой запуск программы`,
      hints: ["Дождитесь его окончания и повторите"],
    };
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return null;
  return {
    code: "TRC7015",
    severity: "error",
    message: `Комплект «${target}» не записан (${code}); прежний файл, если он был, цел`,
    hints: [
      code === "ENOSPC" || code === "EDQUOT"
        ? "Освободите место на диске и повторите"
        : "Проверьте права на папку и не открыт ли файл в другой программе",
    ],
  };
}
