import { buffer } from "node:stream/consumers";
import type { Entry } from "yauzl";
import { type Text, TextError, text } from "../../base/diagnostics/index.ts";
import { packZip } from "../../base/zip/index.ts";
import { foldName } from "../../project/reading/index.ts";
import type { BundleFiles } from "./bundle-format.ts";

/** No set of documents has so many files. */
const MAX_ENTRIES = 20_000;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

/** The ZIP cannot be taken as a bundle. */
export class HostileZip extends TextError {
  override readonly name = "HostileZip";

  constructor({ ru, en }: Text, name?: string) {
    super(name === undefined ? text(ru, en) : text(`«${shown(name)}»: ${ru}`, `“${shown(name)}”: ${en}`));
  }
}

/** A bundle as a ZIP: stored without compression, so that a reader can see whether anything in the container itself was touched. */
export function packBundle(files: BundleFiles): Uint8Array {
  return packZip(files, { compress: () => false });
}

/**
 * Files of a bundle's ZIP. Nothing is ever decompressed and nothing is written, so neither a bomb nor a name can do harm.
 * @throws HostileZip
 */
export async function unpackBundle(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { default: yauzl } = await import("yauzl");
  const files = new Map<string, Uint8Array>();
  const folded = new Set<string>();
  let total = 0;
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true });
    if (zip.entryCount > MAX_ENTRIES)
      throw new HostileZip(text(`файлов больше ${MAX_ENTRIES}`, `more than ${MAX_ENTRIES} files`));
    for await (const entry of zip.eachEntry()) {
      const fault = nameFault(entry.fileName) ?? entryFault(entry);
      if (fault !== null) throw new HostileZip(fault, entry.fileName);
      if (folded.has(foldName(entry.fileName)))
        throw new HostileZip(text("имя повторяется", "the name occurs twice"), entry.fileName);
      folded.add(foldName(entry.fileName));
      total += entry.uncompressedSize;
      if (total > bytes.length)
        throw new HostileZip(
          text("размеры файлов внутри больше самого файла", "the files inside claim to be larger than the file itself"),
        );
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
  } catch (error) {
    if (error instanceof HostileZip) throw error;
    throw new HostileZip(reasonOf(error));
  }
  return files;
}

/** Why a name may not stand in a bundle; null when it may. */
export function nameFault(name: string): Text | null {
  if (name === "" || name.length > 1000) return text("имя пусто или слишком длинно", "the name is empty or too long");
  if (name.endsWith("/")) return text("пустая папка", "an empty folder");
  const steps = name.split("/");
  if (
    /^[a-z]:/i.test(name) ||
    name.includes("\\") ||
    steps.some((part) => part === "" || part === "." || part === "..")
  )
    return text("путь ведёт за пределы комплекта", "the path leads out of the bundle");
  if (name !== name.normalize("NFC"))
    return text(
      "в имени буквы из двух знаков (й, ё разложены: нормализация NFD, так пишет macOS)",
      "the name has letters made of two characters (normalisation NFD, as macOS writes it)",
    );
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name))
    return text("недопустимые знаки в имени", "the name has characters that may not stand there");
  return null;
}

function entryFault(entry: Entry): Text | null {
  if (entry.isEncrypted()) return text("файл зашифрован", "the file is encrypted");
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK)
    return text("символическая ссылка", "a symbolic link");
  if (entry.compressionMethod !== 0 || entry.compressedSize !== entry.uncompressedSize)
    return text(
      "файл сжат: комплект упакован заново другой программой",
      "the file is compressed: another program packed the bundle anew",
    );
  return null;
}

/** The library speaks English; its commonest words are put in Russian, the rest is shown as it is. */
function reasonOf(error: unknown): Text {
  const message = error instanceof Error ? error.message : String(error);
  const both = (ru: string, en: string): Text => text(`ZIP повреждён (${ru})`, `the ZIP is damaged (${en})`);
  if (/relative path|absolute path|invalid characters in fileName/i.test(message))
    return both("имя файла ведёт за пределы комплекта", "the name of a file leads out of the bundle");
  if (/end of central directory/i.test(message)) return both("это не ZIP или файл обрезан", "it is no ZIP or is cut");
  return both(message.slice(0, 120), message.slice(0, 120));
}

function shown(name: string): string {
  return name.replace(/[\p{C}]/gu, "?").slice(0, 120);
}
