import { type Text, text } from "../../base/diagnostics/index.ts";
import { checkTimeStamp } from "./check-cms.ts";
import { extendCms } from "./extend-cms.ts";
import { readSignature } from "./read-cms.ts";
import { readTimeStamp } from "./read-time-stamp.ts";
import { SignerFault } from "./signer-fault.ts";

/**
 * The same signature with a time stamp beside each signer that has none (CAdES-T). What the service gives is verified before it is taken.
 * @param der a CMS, DER
 * @param ask gets a signature, gives the DER of a stamp over it
 * @throws SignerFault when the stamp is not of this signature
 */
export async function stampSignature(
  der: Uint8Array,
  ask: (value: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { signers } = await readSignature(der);
  const stamps: [number, Uint8Array][] = [];
  for (const [index, { value, timeStamps }] of signers.entries()) {
    if (timeStamps.length > 0) continue;
    const stamp = await ask(value);
    const fault = await stampFault(stamp, value);
    if (fault !== null)
      throw new SignerFault(text(`метка времени неверна: ${fault.ru}`, `the time stamp is wrong: ${fault.en}`));
    stamps.push([index, stamp]);
  }
  return extendCms(der, { stamps });
}

/**
 * Why a stamp proves nothing of these bytes, whoever made it; null when it does. Only one whose algorithms this machine lacks (GOST) passes unjudged,
 * never one whose algorithm is weak.
 */
export async function stampFault(stamp: Uint8Array, value: Uint8Array): Promise<Text | null> {
  const { state, reason } = await checkTimeStamp(stamp, value, { at: "", trust: null, openssl: "openssl" });
  if (state === "valid") return null;
  const unjudged = state === "unverified" && (await readTimeStamp(stamp)).signature.signers[0]?.gost === true;
  return unjudged ? null : reason;
}
