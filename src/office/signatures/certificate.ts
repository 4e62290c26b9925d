import type * as asn1js from "asn1js";
import type { Certificate as PkiCertificate } from "pkijs";
import { sha256 } from "../../base/text/index.ts";
import { isGost, keyName } from "./algorithms.ts";

/** A certificate of a signing key, as people read it. */
export type Certificate = {
  readonly der: Uint8Array;
  /** SHA-256 of the DER, hex: names the certificate unambiguously. */
  readonly fingerprint: string;
  /** Serial number, upper-case hex. */
  readonly serial: string;
  /** Surname and given names where they stand, else the common name. */
  readonly holder: string;
  readonly organisation: string | null;
  readonly issuer: string;
  /** ISO date and time, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly keyAlgorithm: string;
  readonly gost: boolean;
};

/** A certificate without a name, in every language. */
const UNNAMED = "–";

const OID = { commonName: "2.5.4.3", surname: "2.5.4.4", organisation: "2.5.4.10", given: "2.5.4.42" } as const;

/** A certificate as people read it. */
export function describeCertificate(certificate: PkiCertificate): Certificate {
  const der = new Uint8Array(certificate.toSchema().toBER());
  const subject = (type: string): string | null => named(certificate.subject.typesAndValues, type);
  const surname = subject(OID.surname);
  const given = subject(OID.given);
  const algorithm = certificate.subjectPublicKeyInfo.algorithm.algorithmId;
  return {
    der,
    fingerprint: sha256(der),
    serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString("hex").toUpperCase(),
    holder:
      surname !== null && given !== null
        ? `${surname} ${given}`
        : (subject(OID.commonName) ?? subject(OID.organisation) ?? UNNAMED),
    organisation: subject(OID.organisation),
    issuer:
      named(certificate.issuer.typesAndValues, OID.commonName) ??
      named(certificate.issuer.typesAndValues, OID.organisation) ??
      UNNAMED,
    validFrom: certificate.notBefore.value.toISOString(),
    validTo: certificate.notAfter.value.toISOString(),
    keyAlgorithm: keyName(algorithm),
    gost: isGost(algorithm),
  };
}

/** A certificate as PKI.js holds it. @throws Error on anything else */
export async function parseCertificate(der: Uint8Array): Promise<PkiCertificate> {
  const { Certificate: Pki } = await import("pkijs");
  return Pki.fromBER(Uint8Array.from(der).buffer);
}

/** Reads one certificate. @throws Error on anything else */
export async function readCertificate(der: Uint8Array): Promise<Certificate> {
  return describeCertificate(await parseCertificate(der));
}

/** Where a day or a moment (ISO) stands to the term of a certificate. */
export function validityAt({ validFrom, validTo }: Certificate, at: string): "valid" | "expired" | "not-yet" {
  const start = at.length === 10 ? `${at}T00:00:00.000Z` : at;
  const end = at.length === 10 ? `${at}T23:59:59.999Z` : at;
  if (end < validFrom) return "not-yet";
  return start > validTo ? "expired" : "valid";
}

function named(parts: readonly { readonly type: string; readonly value: unknown }[], type: string): string | null {
  const value = parts.find((part) => part.type === type)?.value;
  if (value === undefined) return null;
  const text = (value as asn1js.BaseStringBlock).valueBlock.value;
  // A name is shown to people: nothing in it may hide, turn or break the line.
  const clean = typeof text === "string" ? text.replace(/[\p{C}\s]+/gu, " ").trim() : "";
  return clean === "" ? null : clean.slice(0, 200);
}
