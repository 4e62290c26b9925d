import { readFile } from "node:fs/promises";
import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { createFile, isThere, readingReason } from "../../base/storage/index.ts";
import { extendCms } from "./extend-cms.ts";
import { faultOf, readEvidence } from "./extend-signatures.ts";
import { FINDINGS } from "./findings.ts";
import { signatureName } from "./read-files.ts";
import { signPdf, withEvidence } from "./sign-pdf.ts";
import type { Signer } from "./signers.ts";

/** Files to be signed. */
export type SignFilesOptions = {
  readonly files: readonly string[];
  readonly signer: Signer;
  /** Claimed moment of signing, ISO: signs inside the PDF files (PAdES) instead of beside them. */
  readonly inside?: string | undefined;
  /** Files with certificates and with lists of revoked ones that go along (CAdES-LT). */
  readonly certificates?: readonly string[];
  readonly lists?: readonly string[];
};

/** A file and what was written beside it: its signature, or the signed file. */
type SignedFile = { readonly file: string; readonly signature: string; readonly holder: string | null };

/** Writes a detached signature, or the signed PDF, beside each file, under the next free name. Codes TRC7030–TRC7032. */
export async function signFiles({
  files,
  signer,
  inside,
  ...named
}: SignFilesOptions): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly signed: readonly SignedFile[] }> {
  const signed: SignedFile[] = [];
  for (const file of files) {
    try {
      const content = await contentOf(file);
      if (!(content instanceof Uint8Array)) return { diagnostics: [content], signed };
      const evidence = await readEvidence(named);
      const signature = await freeName(file, inside !== undefined);
      const holder = signer.certificate?.holder ?? null;
      if (inside !== undefined) await createFile(signature, await pdfWith(content, signer, inside, evidence));
      else await createFile(signature, await extendCms(await signer.sign(content), evidence));
      signed.push({ file, signature, holder });
    } catch (error) {
      return { diagnostics: [faultOf(file, error)], signed };
    }
  }
  return { diagnostics: [], signed };
}

async function contentOf(file: string): Promise<Uint8Array | Diagnostic> {
  try {
    const content = await readFile(file);
    if (content.length > 0) return content;
    return raise(FINDINGS.TRC7032, { message: text(`Файл «${file}» пуст`, `The file “${file}” is empty`) });
  } catch (error) {
    const { ru, en } = readingReason(error);
    return raise(FINDINGS.TRC7032, {
      message: text(`Файл «${file}» не читается: ${ru}`, `The file “${file}” cannot be read: ${en}`),
    });
  }
}

/** The signed PDF with what it carries: the certificates of its signature as well, so that everything stands in one place. */
async function pdfWith(
  content: Uint8Array,
  signer: Signer,
  time: string,
  evidence: Awaited<ReturnType<typeof readEvidence>>,
): Promise<Uint8Array> {
  return withEvidence(await signPdf(content, signer, time), evidence);
}

/** `Приказ.pdf.sig`, `Приказ.pdf.2.sig`; inside `Приказ.signed.pdf`, `Приказ.signed.2.pdf`. */
async function freeName(file: string, inside: boolean): Promise<string> {
  const stem = file.replace(/(\.signed(\.\d+)?)?\.pdf$/i, "");
  for (let number = 1; ; number++) {
    const name = inside ? `${stem}.signed${number === 1 ? "" : `.${number}`}.pdf` : signatureName(file, number);
    if (!(await isThere(name))) return name;
  }
}
