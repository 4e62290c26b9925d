import { didYouMean, suggest, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Paper, PaperFault } from "./paper.ts";
import { readPdf } from "./read-pdf.ts";

/** A file and the digest of its bytes. */
type Kept = { readonly bytes: Uint8Array; readonly digest: string };

/** Papers of a folder by their path in it; each is read when it is first asked for. */
export class PaperShelf {
  readonly #files: ReadonlyMap<string, Kept>;
  readonly #read = new Map<string, Paper | PaperFault>();

  constructor(files: ReadonlyMap<string, Kept>) {
    this.#files = files;
  }

  /** Digest of the bytes of a file; undefined: there is none. */
  digestOf(file: string): string | undefined {
    return this.#files.get(file)?.digest;
  }

  /** A paper, or why the file is none. Codes TRC3323–TRC3325. */
  get(file: string): Paper | PaperFault {
    const kept = this.#files.get(file);
    const read = this.#read.get(file) ?? (kept === undefined ? this.#missing(file) : readPaper(file, kept));
    this.#read.set(file, read);
    return read;
  }

  #missing(file: string): PaperFault {
    const near = suggest(file, [...this.#files.keys()], 1);
    return {
      finding: FINDINGS.TRC3323,
      message: text(`Файла «${file}» среди записей нет`, `There is no file “${file}” among the records`),
      hints:
        near.length > 0
          ? didYouMean(near)
          : text(
              "Положите файл в папку scans рядом с centre.yaml и напишите: scans/имя.pdf; ярлык и ссылка не годятся",
              "Put the file into the folder scans beside centre.yaml and write: scans/name.pdf; a link will not do",
            ),
    };
  }
}

/** Whether what was read is no paper. */
export function isPaperFault(read: Paper | PaperFault): read is PaperFault {
  return "finding" in read;
}

const KINDS = [
  { format: "PDF", mime: "application/pdf", ending: /\.pdf$/i, begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: "JPEG", mime: "image/jpeg", ending: /\.jpe?g$/i, begins: [0xff, 0xd8, 0xff] },
  { format: "PNG", mime: "image/png", ending: /\.png$/i, begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "TIFF", mime: "image/tiff", ending: /\.tiff?$/i, begins: [0x49, 0x49, 0x2a, 0x00] },
  { format: "TIFF", mime: "image/tiff", ending: /\.tiff?$/i, begins: [0x4d, 0x4d, 0x00, 0x2a] },
] as const;

function readPaper(file: string, { bytes, digest: sha256 }: Kept): Paper | PaperFault {
  const kind = KINDS.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (kind === undefined || !kind.ending.test(file)) return otherKind(file, kind?.format ?? null);
  const { format, mime } = kind;
  const common = { format, mime, sha256, size: bytes.length };
  // A TIFF may hold several pages; the card says how many.
  if (format !== "PDF") return { ...common, pages: format === "TIFF" ? null : 1, claim: null, doubtful: false };
  const read = readPdf(bytes);
  return "finding" in read ? read : { ...common, ...read };
}

function otherKind(file: string, found: string | null): PaperFault {
  return {
    finding: FINDINGS.TRC3324,
    message:
      found === null
        ? text(`Файл «${file}» – не PDF, JPEG, PNG или TIFF`, `The file “${file}” is no PDF, JPEG, PNG or TIFF`)
        : text(`В файле «${file}» – ${found}`, `The file “${file}” holds ${found}`),
    hints: text(
      "Сохраните бумагу как PDF (лучше PDF/A), назовите файл по его виду",
      "Save the paper as PDF (best PDF/A), and name the file by what it is",
    ),
  };
}
