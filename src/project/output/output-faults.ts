import { readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { LockedError } from "./lock.ts";
import { decodeManifest, type EditionName, MANIFEST_NAME, type Manifest } from "./manifest.ts";
import { redactionPath } from "./redaction-file.ts";

/** An output folder that holds the sources would be swapped together with them. Code TRC6001. */
export function unsafeOutput(out: string, sources: readonly string[]): Diagnostic | null {
  const target = resolve(out);
  const holds = [process.cwd(), ...sources.map((source) => resolve(source))].find(
    (source) => source === target || source.startsWith(target.endsWith(sep) ? target : target + sep),
  );
  if (holds === undefined) return null;
  return {
    code: "TRC6001",
    severity: "error",
    message: `Папка вывода «${out}» содержит сами записи, шаблоны или проект`,
    why: "Папка вывода заменяется целиком",
    hints: ["Укажите отдельную папку: --out out"],
    english: {
      message: `The output folder "${out}" holds the records, the templates or the project itself`,
      why: "The output folder is replaced as a whole",
      hints: ["Name a folder of its own: --out out"],
    },
  };
}

/** A folder holds the set of another edition: the two must never lie together. Code TRC6508. */
export async function otherEdition(out: string, edition: EditionName): Promise<Diagnostic | null> {
  let manifest: Manifest | undefined;
  try {
    manifest = decodeManifest(await readFile(join(out, MANIFEST_NAME)));
  } catch {
    return null;
  }
  const held = (manifest?.documents ?? []).find((document) => (document.edition ?? "original") !== edition);
  if (held === undefined) return null;
  return {
    code: "TRC6508",
    severity: "error",
    message:
      edition === "public"
        ? `В папке «${out}» лежат подлинники: публичную редакцию нельзя класть рядом с ними`
        : `В папке «${out}» лежит публичная редакция: подлинники нельзя класть рядом с ней`,
    why: "Папка публичной редакции целиком идёт на сайт",
    hints: ["Укажите другую папку: --out", "Или удалите эту папку, если она больше не нужна"],
    english: {
      message:
        edition === "public"
          ? `The folder "${out}" holds originals: a public edition must not lie beside them`
          : `The folder "${out}" holds a public edition: originals must not lie beside it`,
      why: "The folder of the public edition goes to the site as a whole",
      hints: ["Name another folder: --out", "Or remove this folder if it is no longer needed"],
    },
  };
}

/** The public set is there, its log is not. Code TRC6507. */
export function redactionFault(out: string, error: unknown): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) throw error;
  return {
    code: "TRC6507",
    severity: "error",
    message: `Журнал изъятий ${redactionPath(out)} не удалось записать (${code})`,
    hints: ["Проверьте место на диске и права на папку, затем соберите публичную редакцию снова"],
    english: {
      message: `The log of redactions ${redactionPath(out)} could not be written (${code})`,
      hints: ["Check the space on the disk and the rights of the folder, then build the public edition again"],
    },
  };
}

/** A fault of the file system while publishing, in the words of a clerk; null when it is not one. Codes TRC6002, TRC6003. */
export function outputFault(out: string, error: unknown): Diagnostic | null {
  if (error instanceof LockedError) {
    return {
      code: "TRC6002",
      severity: "error",
      message: `В папку «${out}» сейчас пишет другой запуск программы`,
      hints: ["Дождитесь его окончания и повторите"],
      english: {
        message: `Another run of the program is writing to the folder "${out}"`,
        hints: ["Wait until it ends, then try again"],
      },
    };
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return null;
  const busy = code === "EBUSY" || code === "EPERM" || code === "EACCES";
  return {
    code: "TRC6003",
    severity: "error",
    message: `Папку вывода «${out}» не удалось обновить (${code}); она осталась прежней`,
    hints: [
      busy
        ? "Закройте файлы из этой папки в Word и просмотрщиках и проверьте права, затем повторите"
        : "Проверьте место на диске и права на папку",
    ],
    english: {
      message: `The output folder "${out}" could not be updated (${code}); it is as it was`,
      hints: [
        busy
          ? "Close its files in Word and in viewers and check the rights, then try again"
          : "Check the space on the disk and the rights of the folder",
      ],
    },
  };
}
