import type { Diagnostic } from "../diagnostics/index.ts";
import { storageFault } from "../storage/index.ts";
import { ACCESSIONS_FOLDER, accessionPath, decodeAccession } from "./accession.ts";
import { type BagFault, bagFaults, digest, type Files } from "./bag.ts";
import { finishCutRun } from "./open-archive.ts";
import { readFiles } from "./read-files.ts";
import { README_NAME } from "./readme.ts";
import { registerFaults } from "./register-faults.ts";

export type FixityReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly bags: readonly FixityOfBag[];
  /** Files and bytes that were read. */
  readonly files: number;
  readonly bytes: number;
  /** Seal of the newest accession: kept elsewhere, it tells when the end of the archive is cut off. */
  readonly head: string | null;
};

export type FixityOfBag = {
  readonly document: string;
  readonly bag: string;
  readonly title: string;
  readonly files: number;
  readonly bytes: number;
  readonly intact: boolean;
};

/**
 * Reads every byte of an archive again. Codes TRC8310–TRC8318.
 * @param content content folder whose register is compared with the archive, or null
 */
export async function verifyArchive(archive: string, content: string | null): Promise<FixityReport> {
  try {
    await finishCutRun(archive);
    const all = await readFiles(archive);
    if (all === undefined) return failed([noArchive(archive)]);
    return verifyFiles(
      archive,
      all.files,
      all.strange,
      content === null ? null : await readFiles(`${content}/register`),
    );
  } catch (error) {
    const fault = storageFault(archive, error);
    if (fault === null) throw error;
    return failed([fault]);
  }
}

function verifyFiles(
  archive: string,
  files: Files,
  strange: readonly string[],
  register: { readonly files: Files } | null | undefined,
): FixityReport {
  const found: Diagnostic[] = strange.map((path) => extra(archive, path));
  const book = bookFaults(archive, files, found);
  const bags: FixityOfBag[] = [];
  const known = new Set<string>();
  for (const accession of book) {
    const inside = insideOf(files, accession.bag);
    for (const path of inside.keys()) known.add(`${accession.bag}/${path}`);
    const faults = bagDiagnostics(archive, accession, inside);
    found.push(...faults);
    bags.push({
      document: accession.document,
      bag: accession.bag,
      title: accession.title,
      files: inside.size,
      bytes: [...inside.values()].reduce((sum, { length }) => sum + length, 0),
      intact: faults.length === 0,
    });
    if (register !== null) found.push(...registerFaults(archive, accession, inside, register?.files ?? new Map()));
  }
  for (const path of files.keys()) if (!known.has(path) && !isOwn(path)) found.push(extra(archive, path));
  return {
    diagnostics: found,
    bags,
    files: files.size,
    bytes: [...files.values()].reduce((sum, { length }) => sum + length, 0),
    head: book.at(-1)?.seal ?? null,
  };
}

/** Files of the archive itself; the lock is ours while we look. */
function isOwn(path: string): boolean {
  return path === README_NAME || path.startsWith(`${ACCESSIONS_FOLDER}/`) || /^\.trc-lock(-|$)/.test(path);
}

type BookLine = NonNullable<ReturnType<typeof decodeAccession>>["accession"] & { readonly seal: string };

/** The book of accessions: names run without a gap, each line continues the one before it. */
function bookFaults(archive: string, files: Files, found: Diagnostic[]): BookLine[] {
  const book: BookLine[] = [];
  const names = [...files.keys()].filter((path) => path.startsWith(`${ACCESSIONS_FOLDER}/`)).sort();
  for (const [index, path] of names.entries()) {
    const decoded = decodeAccession(files.get(path) ?? new Uint8Array());
    if (decoded === null) {
      found.push(bookFault(archive, path, "записи изменены после внесения: печать (Seal) не сходится"));
      continue;
    }
    const { accession, seal } = decoded;
    if (path !== accessionPath(accession.entry) || accession.entry !== index + 1)
      found.push(bookFault(archive, path, `ожидалась запись ${index + 1}: запись изъята или переименована`));
    const before = book.at(-1);
    if (accession.previous !== (before?.seal ?? null))
      found.push(bookFault(archive, path, "запись не продолжает предыдущую: одну из двух заменили или изъяли"));
    book.push({ ...accession, seal });
  }
  const readme = files.get(README_NAME);
  const first = book[0];
  if (first !== undefined && (readme === undefined || digest("sha256", readme) !== first.readmeSha256))
    found.push(fault(readme === undefined ? "TRC8311" : "TRC8310", `${archive}/${README_NAME}`, "памятка архива"));
  return book;
}

function bagDiagnostics(archive: string, accession: BookLine, inside: Files): Diagnostic[] {
  if (inside.size === 0) {
    return [
      {
        code: "TRC8315",
        severity: "error",
        message: `Пакета «${accession.bag}» нет на месте («${accession.title}»)`,
        hints: RESTORE,
      },
    ];
  }
  const place = `${archive}/${accession.bag}`;
  const faults = bagFaults(inside).map(({ path, reason }) =>
    fault(CODE_OF[reason], `${place}/${path}`, accession.title),
  );
  const [sha256, sha512] = ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"].map((name) => inside.get(name));
  const same =
    sha256 !== undefined &&
    sha512 !== undefined &&
    digest("sha256", sha256) === accession.tagmanifestSha256 &&
    digest("sha512", sha512) === accession.tagmanifestSha512;
  if (same || faults.length > 0) return faults;
  return [
    {
      code: "TRC8316",
      severity: "error",
      message: `Пакет «${accession.bag}» сходится сам с собой, но в архив принимали другой`,
      why: "Контрольные суммы описей пакета не те, что в книге поступлений",
      hints: RESTORE,
    },
  ];
}

const CODE_OF: { readonly [reason in BagFault["reason"]]: string } = {
  changed: "TRC8310",
  missing: "TRC8311",
  extra: "TRC8312",
  unreadable: "TRC8313",
};

const WHAT_OF: { readonly [code: string]: string } = {
  TRC8310: "изменён",
  TRC8311: "отсутствует",
  TRC8312: "лишний",
  TRC8313: "не читается",
};

const RESTORE = ["Восстановите его из второй копии: trc archive mirror ПАПКА", "Составьте акт о повреждении"];

function fault(code: string, path: string, title: string): Diagnostic {
  return {
    code,
    severity: "error",
    message: `Файл ${path} ${WHAT_OF[code] ?? "не тот"} (${title})`,
    hints: RESTORE,
  };
}

function extra(archive: string, path: string): Diagnostic {
  return {
    code: "TRC8312",
    severity: "error",
    message: `В архиве есть то, чего в него не принимали: ${archive}/${path}`,
    hints: ["Разберитесь, откуда это взялось, и уберите из папки архива"],
  };
}

function bookFault(archive: string, path: string, reason: string): Diagnostic {
  return {
    code: "TRC8314",
    severity: "error",
    message: `Книга поступлений, ${archive}/${path}: ${reason}`,
    hints: RESTORE,
  };
}

function noArchive(archive: string): Diagnostic {
  return {
    code: "TRC8318",
    severity: "error",
    message: `Папки архива «${archive}» нет`,
    hints: ["Проверьте ключ --archive; архив появится с первым trc archive add"],
  };
}

function failed(diagnostics: readonly Diagnostic[]): FixityReport {
  return { diagnostics, bags: [], files: 0, bytes: 0, head: null };
}

/** Files of a folder by their paths inside it. */
export function insideOf(files: Files, folder: string): Map<string, Uint8Array> {
  const prefix = `${folder}/`;
  return new Map(
    [...files].filter(([path]) => path.startsWith(prefix)).map(([path, bytes]) => [path.slice(prefix.length), bytes]),
  );
}
