import { readFile } from "node:fs/promises";
import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { createFile, isThere, readingReason } from "../../base/storage/index.ts";
import { extendCms } from "./extend-cms.ts";
import { faultOf, readEvidence } from "./extend-signatures.ts";
import { FINDINGS } from "./findings.ts";
import { readSignature } from "./read-cms.ts";
import { signatureName } from "./read-files.ts";
import type { Signer } from "./signers.ts";

/** Files to be signed. */
export type SignFilesOptions = {
  readonly files: readonly string[];
  readonly signer: Signer;
  /** Files with certificates and with lists of revoked ones that go along (CAdES-LT). */
  readonly certificates?: readonly string[];
  readonly lists?: readonly string[];
};

/** A file and the signature that was written beside it. */
export type SignedFile = { readonly file: string; readonly signature: string; readonly holder: string | null };

/** Writes a detached signature beside each file, under the next free name. Codes TRC7030–TRC7032. */
export async function signFiles({
  files,
  signer,
  ...evidence
}: SignFilesOptions): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly signed: readonly SignedFile[] }> {
  const signed: SignedFile[] = [];
  for (const file of files) {
    try {
      const content = await contentOf(file);
      if (!(content instanceof Uint8Array)) return { diagnostics: [content], signed };
      const der = await extendCms(await signer.sign(content), await readEvidence(evidence));
      const signature = await freeName(file);
      await createFile(signature, der);
      const [first] = (await readSignature(der)).signers;
      signed.push({ file, signature, holder: first?.certificate?.holder ?? null });
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

async function freeName(file: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = signatureName(file, number);
    if (!(await isThere(name))) return name;
  }
}
