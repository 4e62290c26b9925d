import { type Text, text } from "../../base/diagnostics/index.ts";
import { type Certificate, readCertificate, validityAt } from "./certificate.ts";
import { derBlocks } from "./form.ts";
import { faultInWords, momentOf, type Purpose, validatePath } from "./validate-path.ts";

/** Certificates a verifier trusts: those of signers, or of authorities that issue them. */
export type Trust = readonly Certificate[];

/** Whether a certificate is trusted; `why` says the reason of anything but `yes`, and is null where no certificates were named. */
export type TrustVerdict = { readonly trusted: "yes" | "no" | "unknown"; readonly why: Text | null };

/** Reads trusted certificates from a PEM file with one or several, or from DER. @throws Error when there are none */
export async function readTrust(bytes: Uint8Array): Promise<Trust> {
  const blocks = derBlocks(bytes, "CERTIFICATE");
  if (blocks.length === 0) throw new Error("no certificate");
  return Promise.all(blocks.map(readCertificate));
}

/**
 * Whether a certificate is trusted on a day: it is one of the trusted ones or a path leads to one, and OpenSSL finds no fault with it.
 * Without OpenSSL (for GOST: without its engine) nothing but a trusted certificate itself, in its term, is known.
 * @param between certificates that may stand in the path
 */
export async function trustOf(
  certificate: Certificate | null,
  between: readonly Certificate[],
  trust: Trust | null,
  { at, openssl, purpose }: { readonly at: string; readonly openssl: string; readonly purpose?: Purpose },
): Promise<TrustVerdict> {
  if (trust === null || certificate === null) return { trusted: "unknown", why: null };
  const moment = momentOf(certificate, at);
  const use = purpose === undefined ? {} : { purpose };
  const verdict = await validatePath(openssl, { certificate, anchors: trust, between, moment, ...use });
  if (verdict !== null)
    return verdict.fault === null
      ? { trusted: "yes", why: null }
      : { trusted: "no", why: faultInWords(verdict.fault, purpose) };
  if (!trust.some(({ fingerprint }) => fingerprint === certificate.fingerprint))
    return { trusted: "unknown", why: certificate.gost ? NO_ENGINE : NO_OPENSSL };
  return validityAt(certificate, at) === "valid"
    ? { trusted: "yes", why: null }
    : {
        trusted: "no",
        why: text("срок сертификата не охватывает дня проверки", "its term does not cover the day of the check"),
      };
}

const NO_OPENSSL = text(
  "цепочку до доверенного проверить нечем: нужен openssl 3 или новее",
  "nothing can judge the chain to a trusted one: it takes openssl 3 or newer",
);
const NO_ENGINE = text(
  "цепочку ГОСТ до доверенного проверить нечем: нужен openssl 3 с модулем gost",
  "nothing can judge the GOST chain to a trusted one: it takes openssl 3 with the gost engine",
);
