import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { BusyError, busyWords, isWithin, systemReason } from "../../base/storage/index.ts";
import { FINDINGS } from "./findings.ts";
import { decodeManifest, type EditionName, MANIFEST_NAME, type Manifest } from "./manifest.ts";
import { redactionPath } from "./redaction-file.ts";

/** An output folder that holds the sources would be swapped together with them; one inside of them would be read as records. Code TRC6001. */
export async function unsafeOutput(out: string, sources: readonly string[]): Promise<Diagnostic | null> {
  for (const source of [process.cwd(), ...sources])
    if (await isWithin(out, source))
      return raise(FINDINGS.TRC6001, {
        message: text(
          `Папка вывода «${out}» содержит сами записи, шаблоны или проект`,
          `The output folder "${out}" holds the records, the templates or the project itself`,
        ),
      });
  for (const source of sources)
    if (await isWithin(source, out))
      return raise(FINDINGS.TRC6001, {
        message: text(
          `Папка вывода «${out}» лежит внутри «${source}», где записи или шаблоны`,
          `The output folder "${out}" lies in "${source}", where the records or the templates are`,
        ),
      });
  return null;
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
  return raise(FINDINGS.TRC6508, {
    message:
      edition === "public"
        ? text(
            `В папке «${out}» лежат подлинники: публичную редакцию нельзя класть рядом с ними`,
            `The folder "${out}" holds originals: a public edition must not lie beside them`,
          )
        : text(
            `В папке «${out}» лежит публичная редакция: подлинники нельзя класть рядом с ней`,
            `The folder "${out}" holds a public edition: originals must not lie beside it`,
          ),
  });
}

/** The public set is there, its log is not. Code TRC6507. */
export function redactionFault(out: string, error: unknown): Diagnostic {
  const reason = systemReason(error);
  return raise(FINDINGS.TRC6507, {
    message: text(
      `Журнал изъятий ${redactionPath(out)} не удалось записать: ${reason.ru}`,
      `The log of redactions ${redactionPath(out)} could not be written: ${reason.en}`,
    ),
  });
}

/** A fault of the file system while publishing, in the words of a clerk. @throws the error when it is another one. Codes TRC6002, TRC6003. */
export function outputFault(out: string, error: unknown): Diagnostic {
  if (error instanceof BusyError) return raise(FINDINGS.TRC6002, busyWords(out, error));
  const reason = systemReason(error);
  return raise(FINDINGS.TRC6003, {
    message: text(
      `Папку вывода «${out}» не удалось обновить: ${reason.ru}; она осталась прежней`,
      `The output folder "${out}" could not be updated: ${reason.en}; it is as it was`,
    ),
  });
}
