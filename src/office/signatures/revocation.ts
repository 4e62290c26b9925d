import { X509Certificate } from "node:crypto";
import type { CertificateRevocationList, RevokedCertificate } from "pkijs";
import { type Certificate, parseCertificate } from "./certificate.ts";
import { derBlocks } from "./form.ts";
import { momentOf, REVOKED, validatePath } from "./validate-path.ts";

/** A list of revoked certificates (CRL, RFC 5280): its bytes, and the list that PKI.js read out of them. */
export type RevocationList = { readonly der: Uint8Array; readonly list: unknown };

/**
 * What the lists at hand say of a certificate on a day: `good`, `revoked` (`since`, ISO), or `unknown` when none of them is by its issuer,
 * vouched for by the issuer's key, whole (neither a delta alone nor of some reasons or holders only), and of that day.
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
 * Whether a certificate was revoked by one of the lists on a day. OpenSSL judges which lists count; a list that the issuer signed and that
 * names the certificate counts without OpenSSL, too, and after its term.
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
  const others = known.filter(({ fingerprint }) => fingerprint !== certificate.fingerprint);
  const namings = await namingsOf(certificate, lists);
  const faultBy = async (some: readonly RevocationList[], moment: string | null): Promise<number | null> => {
    const ders = some.map(({ der }) => der);
    const question = { certificate, anchors: others, between: [], moment, lists: ders };
    const verdict = others.length === 0 || some.length === 0 ? null : await validatePath(openssl, question);
    return verdict === null ? NOT_ASKED : (verdict.fault?.number ?? null);
  };
  const whole = lists.filter(({ list }) => !isDelta(list as CertificateRevocationList));
  const resumed = namings.some(({ list, entry }) => isDelta(list) && reasonOf(entry) === REMOVED);
  // OpenSSL before 3.0.22 takes a delta for a whole list, so what the whole ones say is asked apart.
  const faultAt = async (moment: string | null): Promise<number | null> => {
    const alone = await faultBy(whole, moment);
    if (whole.length === lists.length || (alone !== null && alone !== REVOKED)) return alone;
    const together = await faultBy(lists, moment);
    return together === null && !resumed ? alone : together;
  };
  const genuine: RevokedCertificate[] = [];
  for (const { list, entry } of namings)
    if (!isOfHold(entry) && (await anyOf(others, (issuer) => bearsSignature(list, { certificate, issuer }))))
      genuine.push(entry);
  const revoked = (await faultAt(null)) === REVOKED;
  const entries = revoked ? namings.map(({ entry }) => entry) : genuine;
  const dates = entries.map(invalidSince).sort();
  const since = dates[0] ?? (revoked ? certificate.validFrom : undefined);
  if (since !== undefined && since.slice(0, 10) <= at) return { state: "revoked", since };
  // A list that names it as revoked only later says that it was not revoked before.
  const moments = [momentOf(certificate, at), ...laterMoments(lists, at)];
  for (const moment of moments) {
    const fault = await faultAt(moment);
    if (fault === null || (fault === REVOKED && since !== undefined)) return { state: "good" };
  }
  return UNKNOWN;
}

/** Of no fault in OpenSSL: it was not asked. */
const NOT_ASKED = -1;

type Naming = { readonly list: CertificateRevocationList; readonly entry: RevokedCertificate };

/** Entries of the certificate's serial number in lists under its issuer's name. */
async function namingsOf(certificate: Certificate, lists: readonly RevocationList[]): Promise<readonly Naming[]> {
  const own = await parseCertificate(certificate.der);
  return lists.flatMap(({ list: read }) => {
    const list = read as CertificateRevocationList;
    const entries = list.issuer.isEqual(own.issuer) ? (list.revokedCertificates ?? []) : [];
    return entries
      .filter(({ userCertificate }) => userCertificate.isEqual(own.serialNumber))
      .map((entry) => ({ list, entry }));
  });
}

/** True for an entry that suspends a certificate or ends its suspension: what holds then, OpenSSL finds of all lists together. */
function isOfHold(entry: RevokedCertificate): boolean {
  return [HELD, REMOVED].includes(reasonOf(entry) ?? 0);
}

/** `certificateHold` and `removeFromCRL` (RFC 5280, 5.3.1). */
const HELD = 6;
const REMOVED = 8;

function reasonOf({ crlEntryExtensions }: RevokedCertificate): number | undefined {
  const reason = crlEntryExtensions?.extensions.find(({ extnID }) => extnID === "2.5.29.21");
  return (reason?.parsedValue as { readonly valueBlock?: { readonly valueDec?: number } } | undefined)?.valueBlock
    ?.valueDec;
}

/** True for a list of what changed since a whole one (RFC 5280, 5.2.4). */
function isDelta({ crlExtensions }: CertificateRevocationList): boolean {
  return crlExtensions?.extensions.some(({ extnID }) => extnID === "2.5.29.27") ?? false;
}

/** The day of revocation, or the earlier one from which the list says that the key was not to be trusted (RFC 5280, 5.3.2). */
function invalidSince({ revocationDate, crlEntryExtensions }: RevokedCertificate): string {
  const revoked = revocationDate.value.toISOString();
  const known = crlEntryExtensions?.extensions.find(({ extnID }) => extnID === "2.5.29.24")?.parsedValue;
  const lost = (known as { readonly toDate?: () => Date } | undefined)?.toDate?.().toISOString();
  return lost !== undefined && lost < revoked ? lost : revoked;
}

/** When lists were made after the day: whoever is not revoked then was not revoked on that day either. */
function laterMoments(lists: readonly RevocationList[], at: string): readonly string[] {
  return lists
    .map(({ list }) => (list as CertificateRevocationList).thisUpdate.value.toISOString())
    .filter((moment) => moment > at)
    .sort();
}

async function anyOf<T>(list: readonly T[], test: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of list) if (await test(one)) return true;
  return false;
}

/** True when the list bears the signature of `issuer`, and `issuer` issued the certificate (RSA, ECDSA). */
async function bearsSignature(
  list: CertificateRevocationList,
  { certificate, issuer }: { readonly certificate: Certificate; readonly issuer: Certificate },
): Promise<boolean> {
  try {
    const authority = new X509Certificate(issuer.der);
    const subject = new X509Certificate(certificate.der);
    if (!authority.ca || !subject.checkIssued(authority) || !subject.verify(authority.publicKey)) return false;
    return await list.verify({ issuerCertificate: await parseCertificate(issuer.der) });
  } catch {
    return false;
  }
}
