import { createHash, type webcrypto } from "node:crypto";
import type { Certificate as PkiCertificate } from "pkijs";
import { CMS } from "./read-cms.ts";

/** A key and its certificates as the libraries hold them. */
export type SigningKey = {
  readonly key: webcrypto.CryptoKey;
  readonly certificate: PkiCertificate;
  readonly chain: readonly PkiCertificate[];
};

/**
 * A detached CAdES-BES signature (ETSI EN 319 122-1) over `content` as DER: CMS with the signed attributes contentType,
 * messageDigest and signingCertificateV2; signingTime only when given (it is claimed, not proven).
 *
 * @param signingTime ISO date and time, or null
 */
export async function signCms(
  content: Uint8Array,
  signing: SigningKey,
  signingTime: string | null,
): Promise<Uint8Array> {
  const pkijs = await import("pkijs");
  const asn1js = await import("asn1js");
  const hash = hashFor(signing.key);
  const oid = new asn1js.ObjectIdentifier({ value: CMS.data });
  const digest = createHash(hash.replace("-", "").toLowerCase()).update(content).digest();
  const attributes = [
    new pkijs.Attribute({ type: CMS.contentType, values: [oid] }),
    new pkijs.Attribute({ type: CMS.messageDigest, values: [new asn1js.OctetString({ valueHex: bufferOf(digest) })] }),
    new pkijs.Attribute({ type: CMS.signingCertificateV2, values: [signingCertificate(asn1js, signing.certificate)] }),
    ...(signingTime === null
      ? []
      : [
          new pkijs.Attribute({
            type: CMS.signingTime,
            values: [new asn1js.UTCTime({ valueDate: new Date(signingTime) })],
          }),
        ]),
  ];
  // DER wants the members of a SET in the order of their encodings; the signature is over that encoding.
  const encoded = attributes.map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER()) }));
  encoded.sort((a, b) => Buffer.compare(a.der, b.der));
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: signing.certificate.issuer,
      serialNumber: signing.certificate.serialNumber,
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({
      type: 0,
      attributes: encoded.map(({ attribute }) => attribute),
    }),
  });
  const cms = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: CMS.data }),
    signerInfos: [signer],
    certificates: [signing.certificate, ...signing.chain],
  });
  await cms.sign(signing.key, 0, hash, bufferOf(content));
  const info = new pkijs.ContentInfo({ contentType: CMS.signedData, content: cms.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

/** SigningCertificateV2 with one ESSCertIDv2: the digest is SHA-256, which is the default and therefore left out (DER). */
function signingCertificate(asn1js: typeof import("asn1js"), certificate: PkiCertificate): unknown {
  const der = certificate.toSchema().toBER();
  const hash = createHash("sha256").update(new Uint8Array(der)).digest();
  const directoryName = new asn1js.Constructed({
    idBlock: { tagClass: 3, tagNumber: 4 },
    value: [certificate.issuer.toSchema()],
  });
  const issuerSerial = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [directoryName] }), certificate.serialNumber],
  });
  const essCertId = new asn1js.Sequence({
    value: [new asn1js.OctetString({ valueHex: bufferOf(hash) }), issuerSerial],
  });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCertId] })] });
}

function hashFor(key: webcrypto.CryptoKey): "SHA-256" | "SHA-384" | "SHA-512" {
  const { namedCurve } = key.algorithm as { readonly namedCurve?: string };
  if (namedCurve === "P-384") return "SHA-384";
  return namedCurve === "P-521" ? "SHA-512" : "SHA-256";
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
