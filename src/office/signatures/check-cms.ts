import { createHash } from "node:crypto";
import type { SignedData, SignerInfo } from "pkijs";
import { type Text, text } from "../../base/diagnostics/index.ts";
import { DIGESTS } from "./algorithms.ts";
import { type Certificate, validityAt } from "./certificate.ts";
import { gostDigest, hasGostEngine, verifyGost } from "./gost.ts";
import { CMS, type ParsedSignature, type SignerView, UnreadableSignature } from "./read-cms.ts";
import { readTimeStamp, type TimeStamp } from "./read-time-stamp.ts";
import { type Revocation, type RevocationList, revocationOf } from "./revocation.ts";
import { type Trust, trustOf } from "./trust.ts";

const SHA_256 = "2.16.840.1.101.3.4.2.1";

/** What one signer's signature proves about the given bytes. */
export type SignerVerdict = SignerView & {
  /**
   * `valid`: the holder of the key signed exactly these bytes; `wrong`: it is not a signature of these bytes;
   * `unverified`: it cannot be verified here (GOST without the engine, an unknown or weak algorithm, no certificate).
   */
  readonly state: "valid" | "wrong" | "unverified";
  readonly reason: Text | null;
  /** Of the certificate on the day asked about, or at the time the signer claims; null without a certificate. */
  readonly validity: "valid" | "expired" | "not-yet" | null;
  /** `yes`: one of the trusted certificates or issued under one; `unknown` when none were named or it cannot be known. */
  readonly trusted: "yes" | "no" | "unknown";
  /** Why it is not trusted, or why nothing can tell; null when it is, and when no certificates were named. */
  readonly distrust: Text | null;
  /** Whether the certificate is revoked, by the lists at hand and those the signature carries. */
  readonly revocation: Revocation;
  /** The earliest time stamp that holds, or the first of those that do not; null without any. */
  readonly timeStamp: TimeStampVerdict | null;
};

/** What a signature is checked against. */
export type CheckOptions = {
  /** Day on which the certificates have to be valid, ISO. */
  readonly at: string;
  readonly trust: Trust | null;
  /** Lists of revoked certificates. */
  readonly lists?: readonly RevocationList[];
  /** OpenSSL program: judges chains, lists of revoked certificates, GOST. */
  readonly openssl: string;
};

/**
 * Verifies every signer of a signature over `content`. A certificate is judged at the moment that a trusted time stamp proves; without one, on the
 * day asked about.
 */
export async function checkSignature(
  signature: ParsedSignature,
  content: Uint8Array,
  asked: CheckOptions,
): Promise<SignerVerdict[]> {
  const { trust } = asked;
  const known = [...(trust ?? []), ...signature.certificates];
  const whole = { ...asked, lists: [...(asked.lists ?? []), ...signature.lists] };
  const verdicts: SignerVerdict[] = [];
  for (const [index, view] of signature.signers.entries()) {
    const { certificate, timeStamps, value } = view;
    const timeStamp = await earliestOf(timeStamps, value, signature, whole);
    const proven = timeStamp?.trusted === "yes" && timeStamp.time.slice(0, 10) <= asked.at.slice(0, 10);
    const options = proven ? { ...whole, at: timeStamp.time } : whole;
    const between = await unrevoked(signature, known, options);
    const { trusted, why } = await trustOf(certificate, between, trust, options);
    verdicts.push({
      ...view,
      ...(await verifySigner(signature, index, content, options.openssl)),
      validity: certificate === null ? null : validityAt(certificate, options.at),
      trusted,
      distrust: why,
      revocation:
        certificate === null ? { state: "unknown" } : await revocationOf(certificate, options.lists, known, options),
      timeStamp,
    });
  }
  return verdicts;
}

/** Of several stamps the earliest that is trusted, else the earliest that holds, else the first. */
async function earliestOf(
  stamps: readonly Uint8Array[],
  value: Uint8Array,
  { certificates }: ParsedSignature,
  options: CheckOptions,
): Promise<TimeStampVerdict | null> {
  const verdicts: TimeStampVerdict[] = [];
  for (const stamp of stamps) verdicts.push(await checkTimeStamp(stamp, value, options, certificates));
  const rank = ({ state, trusted }: TimeStampVerdict): number => (state !== "valid" ? 2 : trusted === "yes" ? 0 : 1);
  return verdicts.sort((a, b) => rank(a) - rank(b) || (a.time < b.time ? -1 : 1))[0] ?? null;
}

/** What a time stamp proves of a signature. */
export type TimeStampVerdict = {
  /** ISO; what the service says, empty when the stamp cannot be read. */
  readonly time: string;
  /** Certificate of the service; null when the stamp does not carry it. */
  readonly authority: Certificate | null;
  /** As of a signer: whether the service signed exactly this stamp, and it is of this signature. */
  readonly state: SignerVerdict["state"];
  readonly reason: Text | null;
  /** Whether the certificate of the service is trusted, for stamping time, on the day asked about. */
  readonly trusted: SignerVerdict["trusted"];
  readonly distrust: Text | null;
};

/**
 * Verifies a time stamp (RFC 3161) over `value`: its imprint, the service's signature, the path to a trusted certificate.
 * @param stamp DER
 * @param carried certificates of the signature it is beside
 */
export async function checkTimeStamp(
  stamp: Uint8Array,
  value: Uint8Array,
  options: CheckOptions,
  carried: readonly Certificate[] = [],
): Promise<TimeStampVerdict> {
  const { trust, openssl } = options;
  try {
    const { signature, time, imprint } = await readTimeStamp(stamp);
    const [service] = signature.signers;
    const authority = service?.certificate ?? null;
    const verified = await verifyTimeStamp(signature, imprint, value, openssl);
    const between = [...carried, ...signature.certificates];
    const all = [...(options.lists ?? []), ...signature.lists];
    const known = [...(trust ?? []), ...between];
    const revocation = authority === null ? null : await revocationOf(authority, all, known, options);
    const { trusted, why } =
      revocation?.state === "revoked"
        ? { trusted: "no" as const, why: SERVICE_REVOKED }
        : await trustOf(authority, between, trust, { ...options, purpose: "timestampsign" });
    return { time, authority, ...verified, trusted: verified.state === "valid" ? trusted : "no", distrust: why };
  } catch (error) {
    if (!(error instanceof UnreadableSignature)) throw error;
    return { time: "", authority: null, state: "wrong", reason: error.said, trusted: "no", distrust: null };
  }
}

const SERVICE_REVOKED = text(
  "сертификат службы меток времени отозван",
  "the certificate of the time-stamping service is revoked",
);

async function verifyTimeStamp(
  signature: ParsedSignature,
  imprint: TimeStamp["imprint"],
  value: Uint8Array,
  openssl: string,
): Promise<Verified> {
  const digest = await digestBy(imprint.oid, value, openssl);
  if (digest !== null && digest !== imprint.digest)
    return wrong("метка времени от других данных", "the time stamp is of other data");
  if (DIGESTS[imprint.oid]?.weak === true)
    return unverified("алгоритм метки времени ненадёжен", "the algorithm of the time stamp is weak");
  const { content } = signature;
  return content === null ? MISMATCH : verifySigner(signature, 0, content, openssl, value);
}

/** Certificates of the signature that may stand in a chain: an authority that the lists name as revoked may not. */
async function unrevoked(
  { signers, certificates }: ParsedSignature,
  known: readonly Certificate[],
  options: CheckOptions,
): Promise<readonly Certificate[]> {
  const { trust, lists = [] } = options;
  if (trust === null || lists.length === 0) return certificates;
  const ends = new Set(signers.map(({ certificate }) => certificate?.fingerprint));
  const kept: Certificate[] = [];
  for (const one of certificates)
    if (ends.has(one.fingerprint) || (await revocationOf(one, lists, known, options)).state !== "revoked")
      kept.push(one);
  return kept;
}

/** True when the signer vouches for these bytes, as far as the digest shows; null when the digest cannot be computed here. */
export async function vouchesFor(view: SignerView, content: Uint8Array, openssl: string): Promise<boolean | null> {
  if (view.messageDigest === null) return null;
  const digest = await digestBy(view.digestOid, content, openssl);
  return digest === null ? null : digest === view.messageDigest;
}

type Verified = Pick<SignerVerdict, "state" | "reason">;

const VALID: Verified = { state: "valid", reason: null };
const MISMATCH = wrong(
  "подпись не сходится с файлом и ключом сертификата",
  "the signature does not fit the file and the key of the certificate",
);

function wrong(ru: string, en: string): Verified {
  return { state: "wrong", reason: text(ru, en) };
}

function unverified(ru: string, en: string): Verified {
  return { state: "unverified", reason: text(ru, en) };
}

async function verifySigner(
  signature: ParsedSignature,
  index: number,
  content: Uint8Array,
  openssl: string,
  stamped = content,
): Promise<Verified> {
  const view = signature.signers[index];
  if (view === undefined) throw new Error(`no signer ${index}`);
  if (signature.content !== null && !Buffer.from(signature.content).equals(content))
    return wrong("внутри подписи другой файл", "the signature holds another file");
  if ((await vouchesFor(view, content, openssl)) === false)
    return wrong(
      "подписан другой файл или файл изменён после подписания",
      "another file was signed, or the file was changed afterwards",
    );
  if (view.certificate === null)
    return unverified("в подписи нет сертификата подписавшего", "it lacks the signer's certificate");
  if (DIGESTS[view.digestOid]?.weak === true)
    return unverified(`алгоритм ${view.digestAlgorithm} ненадёжен`, `the algorithm ${view.digestAlgorithm} is weak`);
  const fault = await certificateReferenceFault(signature.cms.signerInfos[index], view, openssl);
  if (fault !== null) return fault;
  if (view.gost) {
    if (!hasGostEngine(openssl))
      return unverified(
        "для проверки ГОСТ нужен openssl с модулем gost; криптографически не проверено",
        "GOST needs an openssl with the gost engine; not verified cryptographically",
      );
    const single = await onlySigner(signature.cms, index);
    return (await verifyGost(openssl, single, content)) ? VALID : MISMATCH;
  }
  if (DIGESTS[view.digestOid] === undefined)
    return unverified(`алгоритм ${view.digestOid} неизвестен`, `the algorithm ${view.digestOid} is unknown`);
  if (content.length === 0) return unverified("пустой файл не подписывают", "an empty file is not signed");
  return verifyWithPkijs(signature, index, stamped);
}

/** @param content what is signed; of a time stamp what is stamped, which the library holds against the imprint */
async function verifyWithPkijs(signature: ParsedSignature, index: number, content: Uint8Array): Promise<Verified> {
  const { SignedDataVerifyError } = await import("pkijs");
  try {
    const right = await signature.cms.verify({
      signer: index,
      data: Uint8Array.from(content).buffer,
      checkChain: false,
    });
    return right ? VALID : MISMATCH;
  } catch (error) {
    if (!(error instanceof SignedDataVerifyError)) throw error;
    return /unsupported|incorrect algorithm|unknown/i.test(error.message)
      ? unverified("алгоритм подписи неизвестен", "the algorithm of the signature is unknown")
      : MISMATCH;
  }
}

/** signingCertificateV2 (RFC 5035, clause 3) names the certificate by its digest: another certificate with the same key does not fit. */
async function certificateReferenceFault(
  signer: SignerInfo | undefined,
  view: SignerView,
  openssl: string,
): Promise<Verified | null> {
  const attribute = signer?.signedAttrs?.attributes.find(({ type }) => type === CMS.signingCertificateV2);
  if (attribute === undefined || view.certificate === null) return null;
  const { ObjectIdentifier, OctetString, Sequence } = await import("asn1js");
  const membersOf = (node: unknown): readonly unknown[] => (node instanceof Sequence ? node.valueBlock.value : []);
  const [certificates] = membersOf(attribute.values[0]);
  const [reference] = membersOf(certificates);
  const [first, second] = membersOf(reference);
  const [oid] = membersOf(first);
  const hash = first instanceof Sequence ? second : first;
  if (!(hash instanceof OctetString))
    return wrong("атрибут signingCertificateV2 составлен неверно", "the attribute signingCertificateV2 is malformed");
  const algorithm = first instanceof Sequence ? (oid instanceof ObjectIdentifier ? oid.getValue() : "") : SHA_256;
  const actual = await digestBy(algorithm, view.certificate.der, openssl);
  // Without the engine a GOST digest of the certificate cannot be computed, and the signature is named as not verified anyway.
  if (actual === null) return null;
  return actual === Buffer.from(hash.getValue()).toString("hex")
    ? null
    : wrong("подпись ссылается на другой сертификат", "the signature refers to another certificate");
}

/** Digest of bytes by the OID of the algorithm, hex; null when this machine does not know it. */
async function digestBy(oid: string, bytes: Uint8Array, openssl: string): Promise<string | null> {
  const name = DIGESTS[oid]?.node;
  return name === undefined ? gostDigest(openssl, oid, bytes) : createHash(name).update(bytes).digest("hex");
}

/** The same signature with one of its signers, so that each of several is verified apart. */
async function onlySigner(cms: SignedData, index: number): Promise<Uint8Array> {
  const pkijs = await import("pkijs");
  const { encapContentInfo, certificates, digestAlgorithms, version } = cms;
  const single = new pkijs.SignedData({
    version,
    encapContentInfo,
    digestAlgorithms,
    signerInfos: cms.signerInfos.slice(index, index + 1),
    ...(certificates === undefined ? {} : { certificates }),
  });
  const info = new pkijs.ContentInfo({ contentType: CMS.signedData, content: single.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}
