import { ForeignPdf, PdfUpdate } from "./pdf-update.ts";

/** A signature inside a PDF: its CMS, the bytes that it is over, and where these end in the file. @see ISO 32000-1, 12.8.1 */
export type PdfSignature = {
  readonly cms: Uint8Array;
  readonly content: Uint8Array;
  readonly end: number;
  /** `time-stamp`: a stamp on the whole file, by no person. */
  readonly kind: "signature" | "time-stamp";
  /** False: it leaves out more than its own place, so that what it is over is not the file. */
  readonly whole: boolean;
};

/** The signatures of a file, in the order in which they were made. */
export function signaturesInPdf(pdf: Uint8Array): PdfSignature[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
    .flatMap((found): PdfSignature[] => {
      const [start = 0, length = 0, from = 0, rest = 0] = found.slice(1).map(Number);
      const place = text.slice(start + length, from);
      const hex = /^<([0-9A-Fa-f\s]*)>$/.exec(place)?.[1]?.replace(/\s/g, "");
      const around = text.slice(text.lastIndexOf(" obj", found.index), text.indexOf("endobj", found.index));
      return [
        {
          cms: withoutPadding(Buffer.from(hex ?? "", "hex")),
          content: Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(from, from + rest)]),
          end: from + rest,
          kind: /\/SubFilter\s*\/ETSI\.RFC3161/.test(around) ? "time-stamp" : "signature",
          whole: start === 0 && hex !== undefined && from + rest <= bytes.length,
        },
      ];
    })
    .sort((a, b) => a.end - b.end);
}

/** Room is left for a signature before it is made; what it does not take is zeros. */
function withoutPadding(der: Buffer): Buffer {
  const first = der[1] ?? 0;
  const count = first < 0x80 ? 0 : first & 0x7f;
  const length = count === 0 ? first : der.readUIntBE(2, Math.min(count, 6, Math.max(0, der.length - 2)) || 1);
  return der.subarray(0, 2 + count + length);
}

/** What a file keeps beside its signatures: certificates and lists of revoked ones, DER; none where the file is not of the syntax that trc writes. @see ETSI EN 319 142-1, 5.4.2 */
export function evidenceInPdf(pdf: Uint8Array): {
  readonly certificates: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
} {
  const file = opened(pdf);
  const number = file === null ? undefined : dssOf(file);
  if (file === null || number === undefined) return { certificates: [], lists: [] };
  const store = file.object(number);
  const streams = (name: string): Uint8Array[] =>
    [...(new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(store)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(([, one]) => {
      const object = file.object(Number(one));
      const at = object.indexOf("stream\n") + "stream\n".length;
      return Buffer.from(object.slice(at, object.lastIndexOf("\nendstream")), "latin1");
    });
  return { certificates: streams("Certs"), lists: streams("CRLs") };
}

/**
 * Whether what was appended behind a place of the file is evidence alone, which nobody sees: null where the file is not of the syntax that trc
 * writes, so that nothing can be said.
 */
export function onlyEvidenceBehind(pdf: Uint8Array, end: number): boolean | null {
  const [before, after] = [opened(pdf.subarray(0, end)), opened(pdf)];
  if (before === null || after === null) return null;
  const kept = new Set([after.root, dssOf(before)]);
  const changed = [...after.places].filter(([number, at]) => at >= end && before.places.has(number));
  const plain = (file: PdfUpdate): string => file.object(file.root).replace(/\s*\/DSS \d+ 0 R/, "");
  return before.root === after.root && changed.every(([number]) => kept.has(number)) && plain(before) === plain(after);
}

const dssOf = (file: PdfUpdate): number | undefined => {
  const found = /\/DSS (\d+) 0 R/.exec(file.object(file.root))?.[1];
  return found === undefined ? undefined : Number(found);
};

function opened(pdf: Uint8Array): PdfUpdate | null {
  try {
    const file = new PdfUpdate(pdf);
    file.object(file.root);
    return file;
  } catch (error) {
    if (error instanceof ForeignPdf) return null;
    throw error;
  }
}
