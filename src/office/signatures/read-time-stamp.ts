import { text } from "../../base/diagnostics/index.ts";
import { CMS, type ParsedSignature, readCms, UnreadableSignature } from "./read-cms.ts";

/** A time stamp (RFC 3161) before anything is verified: who signed it, the moment it names, and the digest of what it is over. */
export type TimeStamp = {
  readonly signature: ParsedSignature;
  /** ISO, UTC. */
  readonly time: string;
  readonly imprint: { readonly oid: string; readonly digest: string };
};

/** Parses a time stamp. Whatever the bytes are: a value or `UnreadableSignature`. */
export async function readTimeStamp(der: Uint8Array): Promise<TimeStamp> {
  const signature = await readCms(der, CMS.timeStampInfo);
  if (signature.signers.length !== 1) throw MALFORMED;
  const { TSTInfo } = await import("pkijs");
  try {
    const { genTime, messageImprint } = TSTInfo.fromBER(Uint8Array.from(signature.content ?? []).buffer);
    const digest = Buffer.from(messageImprint.hashedMessage.getValue()).toString("hex");
    return {
      signature,
      time: genTime.toISOString(),
      imprint: { oid: messageImprint.hashAlgorithm.algorithmId, digest },
    };
  } catch {
    throw MALFORMED;
  }
}

const MALFORMED = new UnreadableSignature(text("метка времени составлена неверно", "the time stamp is malformed"));
