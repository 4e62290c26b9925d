import type { BaseBlock } from "asn1js";
import type { Attribute, Certificate as PkiCertificate, SignedData, SignerInfo } from "pkijs";
import { TextError, text } from "../../base/diagnostics/index.ts";
import { DIGESTS, isGost, keyName } from "./algorithms.ts";
import { type Certificate, describeCertificate } from "./certificate.ts";
import { toDer } from "./form.ts";
import type { RevocationList } from "./revocation.ts";

/** OIDs of RFC 5652 and RFC 5035. */
export const CMS = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  /** A time stamp over a signature (EN 319 122-1, clause 5.3), and what such a stamp holds (RFC 3161). */
  signatureTimeStamp: "1.2.840.113549.1.9.16.2.14",
  timeStampInfo: "1.2.840.113549.1.9.16.1.4",
} as const;

/** No person signs a file so often; more is an attack on the reader's time. */
const MAX_SIGNERS = 64;

/** Nor do so many authorities stand above them. */
const MAX_CERTIFICATES = 128;

/** One signer of a signature file, before anything is verified. */
export type SignerView = {
  /** Null when the signature does not carry the signer's certificate. */
  readonly certificate: Certificate | null;
  readonly digestOid: string;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly gost: boolean;
  /** Digest of the content that the signer vouches for, hex; null without signed attributes. */
  readonly messageDigest: string | null;
  /** ISO; claimed by the signer, proven by nobody. */
  readonly signingTime: string | null;
  /** True with contentType, messageDigest and signingCertificateV2 among the signed attributes. */
  readonly cadesBes: boolean;
  /** The signature itself, which is what time stamps are over. */
  readonly value: Uint8Array;
  /** DER of the time stamps beside it (CAdES-T), not yet read. */
  readonly timeStamps: readonly Uint8Array[];
};

/** A signature file: DER of the CMS, whether it carries content of its own, its signers. */
export type ParsedSignature = {
  readonly der: Uint8Array;
  readonly content: Uint8Array | null;
  readonly signers: readonly SignerView[];
  readonly certificates: readonly Certificate[];
  /** Lists of revoked certificates that it carries (CAdES-LT). */
  readonly lists: readonly RevocationList[];
  readonly cms: SignedData;
};

/** The file is not a signature that can be read. */
export class UnreadableSignature extends TextError {
  override readonly name = "UnreadableSignature";
}

/** Parses a .sig file in DER, PEM or Base64. Whatever the bytes are: a value or `UnreadableSignature`. */
export function readSignature(bytes: Uint8Array): Promise<ParsedSignature> {
  return readCms(bytes, CMS.data);
}

/** Parses a signature over content of one type: a file, or what a time stamp says. @throws UnreadableSignature */
export async function readCms(bytes: Uint8Array, contentType: string): Promise<ParsedSignature> {
  const der = toDer(bytes);
  if (der === null) throw unreadable("это не DER, не PEM и не Base64", "it is neither DER nor PEM nor Base64");
  const pkijs = await import("pkijs");
  const asn1js = await import("asn1js");
  try {
    const outer = asn1js.fromBER(Uint8Array.from(der).buffer);
    if (outer.offset === -1) throw unreadable("структура ASN.1 повреждена или обрезана", "its ASN.1 is damaged or cut");
    if (outer.offset !== der.length) throw unreadable("за подписью следуют лишние байты", "bytes follow the signature");
    const info = new pkijs.ContentInfo({ schema: outer.result });
    if (info.contentType !== CMS.signedData)
      throw unreadable(
        `это CMS, но не подпись (${info.contentType})`,
        `it is CMS but no signature (${info.contentType})`,
      );
    const cms = new pkijs.SignedData({ schema: info.content });
    if (cms.encapContentInfo.eContentType !== contentType) throw notOfThis(cms.encapContentInfo.eContentType);
    if (cms.signerInfos.length === 0) throw unreadable("в подписи нет ни одного подписавшего", "it has no signer");
    if (cms.signerInfos.length > MAX_SIGNERS) throw unreadable("подписавших больше 64", "it has more than 64 signers");
    if ((cms.certificates ?? []).length > MAX_CERTIFICATES)
      throw unreadable("сертификатов в подписи больше 128", "it carries more than 128 certificates");
    const known = (cms.certificates ?? []).filter((one): one is PkiCertificate => one instanceof pkijs.Certificate);
    const content = cms.encapContentInfo.eContent;
    const signers: SignerView[] = [];
    for (const signer of cms.signerInfos) signers.push(await signerView(signer, known, contentType));
    return {
      der,
      content: content === undefined ? null : new Uint8Array(content.getValue()),
      signers,
      certificates: known.map(describeCertificate),
      lists: (cms.crls ?? [])
        .filter((one) => one instanceof pkijs.CertificateRevocationList)
        .map((list) => ({ der: new Uint8Array(list.toSchema().toBER()), list })),
      cms,
    };
  } catch (error) {
    if (error instanceof UnreadableSignature) throw error;
    throw unreadable("структура подписи (CMS) неверна", "the structure of its CMS is wrong");
  }
}

function unreadable(ru: string, en: string): UnreadableSignature {
  return new UnreadableSignature(text(ru, en));
}

function notOfThis(type: string): UnreadableSignature {
  return unreadable(`подписан не файл, а ${type}`, `what is signed is no file but ${type}`);
}

async function signerView(
  signer: SignerInfo,
  known: readonly PkiCertificate[],
  contentType: string,
): Promise<SignerView> {
  const certificate = await certificateOf(signer, known);
  const digestOid = signer.digestAlgorithm.algorithmId;
  const signatureOid = signer.signatureAlgorithm.algorithmId;
  const attributes = signer.signedAttrs?.attributes ?? [];
  const one = (type: string): Attribute | null => {
    const found = attributes.filter((attribute) => attribute.type === type);
    if (found.length > 1)
      throw unreadable(`подписанный атрибут ${type} повторён`, `the signed attribute ${type} is repeated`);
    return found[0] ?? null;
  };
  const digest = one(CMS.messageDigest)?.values[0]?.valueBlock?.valueHexView as Uint8Array | undefined;
  const type = one(CMS.contentType)?.values[0]?.valueBlock?.toString() as string | undefined;
  if (type !== undefined && type !== contentType) throw notOfThis(type);
  const time = one(CMS.signingTime)?.values[0]?.toDate?.() as Date | undefined;
  const described = certificate === null ? null : describeCertificate(certificate);
  return {
    certificate: described,
    digestOid,
    digestAlgorithm: DIGESTS[digestOid]?.name ?? digestOid,
    signatureAlgorithm: described?.keyAlgorithm ?? keyName(signatureOid),
    gost: isGost(digestOid) || isGost(signatureOid) || described?.gost === true,
    messageDigest: digest === undefined ? null : Buffer.from(digest).toString("hex"),
    signingTime: time === undefined ? null : time.toISOString(),
    cadesBes: type !== undefined && digest !== undefined && one(CMS.signingCertificateV2) !== null,
    value: new Uint8Array(signer.signature.getValue()),
    timeStamps: (signer.unsignedAttrs?.attributes ?? [])
      .filter(({ type: kind }) => kind === CMS.signatureTimeStamp)
      .flatMap(({ values }) => values as BaseBlock[])
      .map(({ valueBeforeDecodeView }) => Uint8Array.from(valueBeforeDecodeView)),
  };
}

async function certificateOf(signer: SignerInfo, known: readonly PkiCertificate[]): Promise<PkiCertificate | null> {
  const { IssuerAndSerialNumber } = await import("pkijs");
  const { sid } = signer;
  if (sid instanceof IssuerAndSerialNumber)
    return (
      known.find(({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber)) ??
      null
    );
  const wanted = Buffer.from((sid.idBlock.isConstructed ? sid.valueBlock.value[0] : sid).valueBlock.valueHexView);
  for (const certificate of known) {
    const extension = certificate.extensions?.find(({ extnID }) => extnID === "2.5.29.14");
    const id = (extension?.parsedValue as { readonly valueBlock?: { readonly valueHexView: Uint8Array } } | undefined)
      ?.valueBlock?.valueHexView;
    if (id !== undefined && wanted.equals(Buffer.from(id))) return certificate;
  }
  return null;
}
