import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { createFile, isThere } from "../../base/storage/index.ts";
import { extendCms } from "./extend-cms.ts";
import { faultOf, readEvidence } from "./extend-signatures.ts";
import { readNamed, signatureName } from "./read-files.ts";
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
      const content = await readNamed(file);
      const evidence = await readEvidence(named);
      const signature = await freeName(file, inside !== undefined);
      const holder = signer.certificate?.holder ?? null;
      const bytes =
        inside === undefined
          ? await extendCms(await signer.sign(content), evidence)
          : withEvidence(await signPdf(content, signer, inside), evidence);
      await createFile(signature, bytes);
      signed.push({ file, signature, holder });
    } catch (error) {
      return { diagnostics: [faultOf(file, error)], signed };
    }
  }
  return { diagnostics: [], signed };
}

/** `Приказ.pdf.sig`, `Приказ.pdf.2.sig`; inside `Приказ.signed.pdf`, `Приказ.signed.2.pdf`. */
async function freeName(file: string, inside: boolean): Promise<string> {
  const stem = file.replace(/(\.signed(\.\d+)?)?\.pdf$/i, "");
  for (let number = 1; ; number++) {
    const name = inside ? `${stem}.signed${number === 1 ? "" : `.${number}`}.pdf` : signatureName(file, number);
    if (!(await isThere(name))) return name;
  }
}
