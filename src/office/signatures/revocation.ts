import type { CertificateRevocationList } from "pkijs";
import { isGost } from "./algorithms.ts";
import { type Certificate, parseCertificate } from "./certificate.ts";
import { derBlocks } from "./form.ts";
import { verifyGostList } from "./gost.ts";
import { issued } from "./trust.ts";

/** A list of revoked certificates (CRL, RFC 5280): its bytes, and the list that PKI.js read out of them. */
export type RevocationList = { readonly der: Uint8Array; readonly list: unknown };

/**
 * What the lists at hand say of a certificate on a day: `good`, `revoked` (`since`, ISO), or `unknown` when none of them is by its issuer,
 * vouched for by the issuer's key, and of that day.
 */
export type Revocation = { readonly state: "good" | "unknown" } | { readonly state: "revoked"; readonly since: string };

const UNKNOWN: Revocation = { state: "unknown" };

/** Reads lists from a PEM file with one or several, or from DER. @throws Error when there are none */
export async function readRevocationLists(bytes: Uint8Array): Promise<readonly RevocationList[]> {
  const { CertificateRevocationList: Pki } = await import("pkijs");
  const blocks = derBlocks(bytes, "X509 CRL");
  if (blocks.length === 0) throw new Error("no list");
  return blocks.map((der) => ({ der, list: Pki.fromBER(Uint8Array.from(der).buffer) }));
}

/**
 * Whether a certificate was revoked by one of the lists on a day; `unknown` where none of its issuer is valid then.
 * @param known certificates among which the issuer may be found: those that are trusted, and those the signature carries
 * @param at ISO day
 */
export async function revocationOf(
  certificate: Certificate,
  lists: readonly RevocationList[],
  known: readonly Certificate[],
  { at, openssl }: { readonly at: string; readonly openssl: string },
): Promise<Revocation> {
  if (lists.length === 0) return UNKNOWN;
  const own = await parseCertificate(certificate.der);
  let found = UNKNOWN;
  for (const { der, list: read } of lists) {
    const list = read as CertificateRevocationList;
    const issuers = list.issuer.isEqual(own.issuer) ? known : [];
    const isOwn = (issuer: Certificate): Promise<boolean> =>
      bearsSignature({ der, list }, { certificate, issuer }, openssl);
    if (!(await anyOf(issuers, isOwn))) continue;
    const entry = list.revokedCertificates?.find(({ userCertificate }) => userCertificate.isEqual(own.serialNumber));
    const since = entry?.revocationDate.value.toISOString();
    if (since !== undefined && since.slice(0, 10) <= at) return { state: "revoked", since };
    const until = list.nextUpdate?.value.toISOString().slice(0, 10);
    if (until === undefined || at <= until) found = { state: "good" };
  }
  return found;
}

async function anyOf<T>(list: readonly T[], test: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of list) if (await test(one)) return true;
  return false;
}

/** True when the list bears the signature of `issuer`, and `issuer` issued the certificate. */
async function bearsSignature(
  { der, list }: { readonly der: Uint8Array; readonly list: CertificateRevocationList },
  { certificate, issuer }: { readonly certificate: Certificate; readonly issuer: Certificate },
  openssl: string,
): Promise<boolean> {
  const issuerCertificate = await parseCertificate(issuer.der);
  if (!issuerCertificate.subject.isEqual(list.issuer)) return false;
  return isGost(list.signatureAlgorithm.algorithmId)
    ? verifyGostList(openssl, der, { certificate: certificate.der, issuer: issuer.der })
    : issued(issuer, certificate) && (await list.verify({ issuerCertificate }).catch(() => false));
}
