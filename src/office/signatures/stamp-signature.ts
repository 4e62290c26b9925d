import { text } from "../../base/diagnostics/index.ts";
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
    const carried = { certificates: [], lists: [] };
    const { state, reason } = await checkTimeStamp(stamp, value, carried, { at: "", trust: null, openssl: "openssl" });
    // Only a stamp whose algorithms this machine lacks may come in unverified, never one whose algorithm is weak.
    const unjudged = state === "unverified" && (await readTimeStamp(stamp)).signature.signers[0]?.gost === true;
    if (state !== "valid" && !unjudged)
      throw new SignerFault(text(`метка времени неверна: ${reason?.ru}`, `the time stamp is wrong: ${reason?.en}`));
    stamps.push([index, stamp]);
  }
  return extendCms(der, { stamps });
}
