import { dirname } from "node:path";
import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { replaceFile, storageFault } from "../../base/storage/index.ts";
import { askTimeStamp, stampInReply, timeStampRequest } from "./ask-time-stamp.ts";
import { extendCms } from "./extend-cms.ts";
import { FINDINGS } from "./findings.ts";
import { ForeignPdf } from "./pdf-update.ts";
import { readSignature, UnreadableSignature } from "./read-cms.ts";
import { readNamed, readRevocationFiles, readSignatureFile, readTrustFiles, UnreadableFile } from "./read-files.ts";
import { readTimeStamp } from "./read-time-stamp.ts";
import { SignerFault } from "./signer-fault.ts";
import { stampSignature } from "./stamp-signature.ts";

/** Signatures that exist, and what is to be added to them. */
export type ExtendOptions = {
  /** Signature files: DER, PEM or Base64. Each is replaced atomically by one in DER. */
  readonly signatures: readonly string[];
  /** Address of a service of time stamps. */
  readonly tsa?: string | undefined;
  /** File with the reply of a service to the request for the one signature. */
  readonly reply?: string | undefined;
  /** File to write the request for the one signature to; nothing else is done then. */
  readonly request?: string | undefined;
  /** Files with certificates and with lists of revoked ones, by which the signature can be judged in decades. */
  readonly certificates?: readonly string[];
  readonly lists?: readonly string[];
};

/** What a signature file holds now. */
export type ExtendedSignature = {
  readonly file: string;
  readonly signers: readonly { readonly holder: string | null; readonly stamped: readonly string[] }[];
  readonly certificates: number;
  readonly lists: number;
};

/**
 * Adds time stamps and evidence to signatures: a stamp for each signer without one, certificates and lists of revoked ones. Nothing signed changes.
 * Codes TRC7030–TRC7032.
 */
export async function extendSignatures(
  options: ExtendOptions,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly extended: readonly ExtendedSignature[] }> {
  const extended: ExtendedSignature[] = [];
  for (const file of options.signatures) {
    const { done, diagnostics } = await extendOne(file, options);
    if (diagnostics.length > 0) return { diagnostics, extended };
    if (done !== null) extended.push(done);
  }
  return { diagnostics: [], extended };
}

type Extended = { readonly done: ExtendedSignature | null; readonly diagnostics: readonly Diagnostic[] };

async function extendOne(file: string, options: ExtendOptions): Promise<Extended> {
  const { tsa, reply, request } = options;
  try {
    const { der, signers } = await readSignatureFile(file);
    if (request !== undefined) {
      await replaceFile(request, await timeStampRequest(signers[0]?.value ?? new Uint8Array()));
      return { done: null, diagnostics: [] };
    }
    const ask = async (value: Uint8Array): Promise<Uint8Array> =>
      reply === undefined ? askTimeStamp(tsa ?? "", value) : stampInReply(await readNamed(reply));
    const stamped = tsa === undefined && reply === undefined ? der : await stampSignature(der, ask);
    const evidence = await readEvidence(options);
    const extended = await extendCms(stamped, evidence);
    await replaceFile(file, extended);
    return { done: await describe(file, extended), diagnostics: [] };
  } catch (error) {
    return { done: null, diagnostics: [faultOf(file, error)] };
  }
}

/** DER of the certificates and lists that are to go along. @throws UnreadableFile */
export async function readEvidence({
  certificates = [],
  lists = [],
}: Pick<ExtendOptions, "certificates" | "lists">): Promise<{ certificates: Uint8Array[]; lists: Uint8Array[] }> {
  const [authorities, revoked] = [await readTrustFiles(certificates, "--chain"), await readRevocationFiles(lists)];
  return { certificates: authorities.map(({ der }) => der), lists: revoked.map(({ der }) => der) };
}

async function describe(file: string, der: Uint8Array): Promise<ExtendedSignature> {
  const { signers, certificates, lists } = await readSignature(der);
  const shown: { holder: string | null; stamped: string[] }[] = [];
  for (const { certificate, timeStamps } of signers) {
    const stamped: string[] = [];
    for (const stamp of timeStamps) stamped.push((await readTimeStamp(stamp)).time);
    shown.push({ holder: certificate?.holder ?? null, stamped });
  }
  return { file, signers: shown, certificates: certificates.length, lists: lists.length };
}

/** A fault of one file as a finding. @throws what is no fault of the user's */
export function faultOf(file: string, error: unknown): Diagnostic {
  if (error instanceof UnreadableSignature) return raise(FINDINGS.TRC7030, { of: [file, error.said] });
  if (error instanceof SignerFault) return raise(FINDINGS.TRC7031, { of: [file, error.said] });
  if (error instanceof ForeignPdf) return raise(FINDINGS.TRC7033, { of: [file] });
  if (error instanceof UnreadableFile) return raise(FINDINGS.TRC7032, { message: error.said });
  return storageFault(dirname(file), error);
}
