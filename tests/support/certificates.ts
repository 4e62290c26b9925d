import { webcrypto } from "node:crypto";
import * as asn1js from "asn1js";
import {
  AttributeTypeAndValue,
  AuthenticatedSafe,
  BasicConstraints,
  CertBag,
  Certificate,
  CertificateRevocationList,
  Extension,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  RevokedCertificate,
  SafeBag,
  SafeContents,
  Time,
} from "pkijs";
import { toPem } from "../../src/office/signatures/index.ts";

/** A key and its certificate, made for one test. */
export type Identity = {
  readonly keyPem: string;
  readonly certPem: string;
  readonly certDer: Uint8Array;
  readonly key: webcrypto.CryptoKey;
  readonly certificate: Certificate;
};

export type IdentityOptions = {
  readonly algorithm?: "rsa" | "ec";
  /** Days of validity, ISO. */
  readonly from?: string;
  readonly to?: string;
  /** Who issues it; without one it signs itself. */
  readonly issuer?: Identity;
  readonly authority?: boolean;
  /** Key of another identity, for a second certificate over it. */
  readonly sameKeyAs?: Identity & { readonly pair: webcrypto.CryptoKeyPair };
};

const ALGORITHMS = {
  rsa: {
    name: "RSASSA-PKCS1-v1_5",
    hash: "SHA-256",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  ec: { name: "ECDSA", namedCurve: "P-256" },
} as const;

let serial = 1000;

/** Makes a fictional person's key and certificate. */
export async function identity(
  holder: string,
  options: IdentityOptions = {},
): Promise<Identity & { readonly pair: webcrypto.CryptoKeyPair }> {
  const pair =
    options.sameKeyAs?.pair ??
    ((await webcrypto.subtle.generateKey(ALGORITHMS[options.algorithm ?? "rsa"], true, [
      "sign",
      "verify",
    ])) as webcrypto.CryptoKeyPair);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: serial++ });
  const name = (text: string): AttributeTypeAndValue =>
    new AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1js.Utf8String({ value: text }) });
  certificate.subject.typesAndValues.push(name(holder));
  if (options.issuer === undefined) certificate.issuer.typesAndValues.push(name(holder));
  else certificate.issuer = options.issuer.certificate.subject;
  certificate.notBefore.value = new Date(`${options.from ?? "2020-01-01"}T00:00:00Z`);
  certificate.notAfter.value = new Date(`${options.to ?? "2040-01-01"}T00:00:00Z`);
  if (options.authority === true)
    certificate.extensions = [
      new Extension({
        extnID: "2.5.29.19",
        critical: true,
        extnValue: new BasicConstraints({ cA: true }).toSchema().toBER(),
      }),
    ];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  await certificate.sign(options.issuer?.key ?? pair.privateKey, "SHA-256");
  const certDer = new Uint8Array(certificate.toSchema(true).toBER());
  const pkcs8 = new Uint8Array(await webcrypto.subtle.exportKey("pkcs8", pair.privateKey));
  return {
    keyPem: toPem(pkcs8, "PRIVATE KEY"),
    certPem: toPem(certDer, "CERTIFICATE"),
    certDer,
    key: pair.privateKey,
    certificate: Certificate.fromBER(Uint8Array.from(certDer).buffer),
    pair,
  };
}

/** The authority's list of revoked certificates, with those of `revoked` since a day. */
export async function revocationList(
  authority: Identity,
  revoked: readonly { readonly of: Identity; readonly since: string }[],
  { from = "2025-09-01", to = "2025-10-01" }: { readonly from?: string; readonly to?: string } = {},
): Promise<Uint8Array> {
  const time = (day: string): Time => new Time({ type: 0, value: new Date(`${day}T00:00:00Z`) });
  const list = new CertificateRevocationList({
    version: 1,
    issuer: authority.certificate.subject,
    thisUpdate: time(from),
    nextUpdate: time(to),
    ...(revoked.length === 0
      ? {}
      : {
          revokedCertificates: revoked.map(
            ({ of, since }) =>
              new RevokedCertificate({ userCertificate: of.certificate.serialNumber, revocationDate: time(since) }),
          ),
        }),
  });
  await list.sign(authority.key, "SHA-256");
  return new Uint8Array(list.toSchema(true).toBER());
}

/** The identity as a PKCS#12 file under a password. */
export async function pkcs12(
  { pair, certificate }: Awaited<ReturnType<typeof identity>>,
  password: string,
): Promise<Uint8Array> {
  const secret = Uint8Array.from(Buffer.from(password)).buffer;
  const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", pair.privateKey);
  const bag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) });
  const encryption = {
    password: secret,
    contentEncryptionAlgorithm: { name: "AES-CBC", length: 256 },
    hmacHashAlgorithm: "SHA-256",
    iterationCount: 2000,
  };
  await (bag as unknown as { makeInternalValues: (parameters: object) => Promise<void> }).makeInternalValues(
    encryption,
  );
  const pfx = new PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            {
              privacyMode: 1,
              value: new SafeContents({
                safeBags: [
                  new SafeBag({ bagId: "1.2.840.113549.1.12.10.1.2", bagValue: bag }),
                  new SafeBag({
                    bagId: "1.2.840.113549.1.12.10.1.3",
                    bagValue: new CertBag({ parsedValue: certificate }),
                  }),
                ],
              }),
            },
          ],
        },
      }),
    },
  });
  const safe = pfx.parsedValue?.authenticatedSafe;
  await safe?.makeInternalValues({ safeContents: [encryption] });
  await pfx.makeInternalValues({
    password: secret,
    iterations: 2000,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  });
  return new Uint8Array(pfx.toSchema().toBER());
}
