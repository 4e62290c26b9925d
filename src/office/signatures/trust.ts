import { X509Certificate } from "node:crypto";
import { type Certificate, readCertificate, validityAt } from "./certificate.ts";
import { derBlocks } from "./form.ts";
import { hasGostEngine, verifyGostChain } from "./gost.ts";

/** Certificates a verifier trusts: those of signers, or of authorities that issue them. */
export type Trust = readonly Certificate[];

/** Chains are short; a longer one is a loop or an attack. */
const MAX_CHAIN = 8;

/** Reads trusted certificates from a PEM file with one or several, or from DER. @throws Error when there are none */
export async function readTrust(bytes: Uint8Array): Promise<Trust> {
  const blocks = derBlocks(bytes, "CERTIFICATE");
  if (blocks.length === 0) throw new Error("no certificate");
  return Promise.all(blocks.map(readCertificate));
}

/**
 * Whether a certificate is trusted: it is one of the trusted ones, or a chain of issuers within `known` leads to one that is an
 * authority. GOST chains are followed by OpenSSL's engine; without it they are `unknown`. Revocation is asked apart (`revocationOf`).
 */
export async function trustOf(
  certificate: Certificate | null,
  known: readonly Certificate[],
  trust: Trust | null,
  { at, openssl }: { readonly at: string; readonly openssl: string },
): Promise<"yes" | "no" | "unknown"> {
  if (trust === null || certificate === null) return "unknown";
  const trusted = new Set(trust.map(({ fingerprint }) => fingerprint));
  if (trusted.has(certificate.fingerprint)) return "yes";
  const valid = (one: Certificate): boolean => validityAt(one, at) === "valid";
  if (certificate.gost) {
    if (!hasGostEngine(openssl)) return "unknown";
    const ders = (list: readonly Certificate[]): Uint8Array[] => list.filter(valid).map(({ der }) => der);
    const chain = { trusted: ders(trust), untrusted: ders(known) };
    return (await verifyGostChain(openssl, certificate.der, chain)) ? "yes" : "no";
  }
  const authorities = [...trust, ...known].filter((one) => !one.gost && valid(one));
  let current = certificate;
  for (let step = 0; step < MAX_CHAIN; step++) {
    const issuer = authorities.find(
      (authority) => authority.fingerprint !== current.fingerprint && issued(authority, current),
    );
    if (issuer === undefined) return "no";
    if (trusted.has(issuer.fingerprint)) return "yes";
    current = issuer;
  }
  return "no";
}

/** True when `authority` may issue certificates and issued this one (RSA, ECDSA). */
export function issued(authority: Certificate, certificate: Certificate): boolean {
  try {
    const issuer = new X509Certificate(authority.der);
    const subject = new X509Certificate(certificate.der);
    return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
