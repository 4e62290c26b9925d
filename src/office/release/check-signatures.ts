import { type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import {
  type CheckOptions,
  checkSignature,
  readSignature,
  type SignerVerdict,
  type TimeStampVerdict,
  UnreadableSignature,
} from "../signatures/index.ts";
import { type BundleFiles, type BundleManifest, PART, type SignatureIndex } from "./bundle-format.ts";
import type { Findings } from "./verdicts.ts";

/** One signer of one file of the bundle. */
export type BundleSigner = SignerVerdict & { readonly file: string; readonly target: string };

/** A bundle whose signatures are verified: its parts, what they are verified against, and where the verdicts go. */
type SignedBundle = {
  readonly files: BundleFiles;
  readonly manifest: BundleManifest;
  readonly index: SignatureIndex;
  readonly options: CheckOptions;
  readonly findings: Findings;
};

/** Verifies every signature of the bundle: those listed, and those under approvals. */
export async function checkSignatures(bundle: SignedBundle): Promise<BundleSigner[]> {
  const { manifest, index, options, findings } = bundle;
  const signers: BundleSigner[] = [];
  const approvals = manifest.documents
    .flatMap((document) => document.approvals)
    .flatMap(({ signature, statement }) => (signature === null ? [] : [{ file: signature, target: statement }]));
  for (const { file, target } of [...index.signatures, ...approvals])
    signers.push(...(await signersOf(bundle, file, target)));
  for (const signer of signers) findings.add("signature", stateOf(signer), describe(signer));
  checkRevocation(signers, options, findings);
  checkExpected(manifest, signers, findings);
  checkSealed(signers, options, findings);
  return signers;
}

async function signersOf(
  { files, options, findings }: SignedBundle,
  file: string,
  target: string,
): Promise<BundleSigner[]> {
  const signature = files.get(file);
  const content = files.get(target);
  if (signature === undefined || content === undefined) return [];
  try {
    const parsed = await readSignature(signature);
    return (await checkSignature(parsed, content, options)).map((verdict) => ({ ...verdict, file, target }));
  } catch (error) {
    if (!(error instanceof UnreadableSignature)) throw error;
    const { ru, en } = error.said;
    findings.failed("signature", `«${file}» – не подпись: ${ru}`, `“${file}” is no signature: ${en}`);
    return [];
  }
}

/** What a signer proves. */
export function stateOf({ state, validity, trusted, revocation }: BundleSigner): "proven" | "failed" | "unproven" {
  if (state === "wrong" || validity === "not-yet" || revocation.state === "revoked") return "failed";
  return state === "valid" && validity === "valid" && trusted !== "no" ? "proven" : "unproven";
}

/** What is said of a signer. */
export function describe({
  file,
  state,
  reason,
  certificate,
  validity,
  trusted,
  distrust,
  revocation,
  signatureAlgorithm,
  signingTime,
  timeStamp,
}: BundleSigner): Text {
  const [from, to] = [certificate?.validFrom.slice(0, 10), certificate?.validTo.slice(0, 10)];
  const who =
    certificate === null
      ? text("неизвестно кто", "nobody knows who")
      : text(
          `${certificate.holder}, сертификат ${certificate.serial}, действует с ${numericDate(certificate.validFrom)} по ${numericDate(certificate.validTo)}`,
          `${certificate.holder}, certificate ${certificate.serial}, valid from ${from} to ${to}`,
        );
  const notes = [
    ...(reason === null ? [] : [reason]),
    ...(validity === "valid" || validity === null ? [] : [VALIDITY[validity]]),
    ...(revocation.state === "revoked"
      ? [
          text(
            `сертификат ОТОЗВАН ${numericDate(revocation.since)}`,
            `the certificate was REVOKED on ${revocation.since.slice(0, 10)}`,
          ),
        ]
      : []),
    ...(trusted === "yes" ? [TRUSTED] : distrust === null ? [] : [distrust]),
    ...(signingTime === null ? [] : [text(`заявленное время ${signingTime}`, `claimed time ${signingTime}`)]),
    ...(timeStamp === null ? [] : [stampWords(timeStamp)]),
  ];
  const line = (of: keyof Text): string =>
    `${file}: ${VERDICTS[state][of]} (${signatureAlgorithm}): ${[who, ...notes].map((one) => one[of]).join("; ")}`;
  return text(line("ru"), line("en"));
}

/** What a time stamp says and whether that can be believed. @param what what was done before it */
export function stampWords(
  { time, authority, state, reason, trusted, distrust }: TimeStampVerdict,
  what: Text = text("подписано", "signed"),
): Text {
  const service = authority?.holder ?? "–";
  if (state !== "valid")
    return text(`метка времени не доказывает ничего: ${reason?.ru}`, `the time stamp proves nothing: ${reason?.en}`);
  const why = distrust ?? UNCOMPARED;
  return trusted === "yes"
    ? text(`${what.ru} не позже ${time} (метка времени, ${service})`, `${what.en} by ${time} (time stamp, ${service})`)
    : text(
        `метка времени ${time} (${service}), но службе верить нельзя: ${why.ru}`,
        `time stamp ${time} (${service}), but the service cannot be trusted: ${why.en}`,
      );
}

const UNCOMPARED = text(
  "её сертификат не сверялся с доверенными (--trust)",
  "its certificate was not compared with trusted ones (--trust)",
);

const VERDICTS = {
  valid: text("подпись верна", "the signature is valid"),
  wrong: text("подпись НЕВЕРНА", "the signature is WRONG"),
  unverified: text("подпись не проверена", "the signature is not verified"),
} as const;
const VALIDITY = {
  expired: text(
    "срок сертификата истёк; что подписано в срок, без метки времени не доказано",
    "the certificate has expired; that it was signed in time is not proven without a time stamp",
  ),
  "not-yet": text("срок сертификата ещё не начался", "the term of the certificate has not begun"),
} as const;
const TRUSTED = text("сертификату можно верить (--trust)", "the certificate is trusted (--trust)");

/** Whether any signer's certificate was revoked is known only from lists: what was not asked is said. */
export function checkRevocation(
  signers: readonly BundleSigner[],
  { lists = [] }: CheckOptions,
  findings: Findings,
): void {
  const known = signers.filter(({ certificate }) => certificate !== null);
  const unknown = new Set(
    known
      .filter(({ revocation }) => revocation.state === "unknown")
      .map(({ certificate }) => `${certificate?.holder}, № ${certificate?.serial}`),
  );
  if (known.length === 0) return;
  if (known.every(({ revocation }) => revocation.state === "good"))
    findings.proven(
      "revocation",
      "Сертификаты подписавших по спискам отзыва не отозваны",
      "By the lists the certificates of the signers are not revoked",
    );
  else if (lists.length === 0 && known.every(({ revocation }) => revocation.state === "unknown"))
    findings.unproven(
      "revocation",
      "Не отозваны ли сертификаты, не проверялось: списков отзыва нет. Возьмите список (CRL) у удостоверяющего центра и укажите: --crl <файл>",
      "Whether the certificates are revoked was not checked: there are no lists. Get the list (CRL) of the certification authority and name it: --crl <file>",
    );
  else if (unknown.size > 0)
    findings.unproven(
      "revocation",
      `Отозван ли сертификат, из списков отзыва не видно (нет списка его издателя, список просрочен, или его подпись не проверена): ${[...unknown].join("; ")}`,
      `Whether these are revoked cannot be seen from the lists (none of the issuer, out of term, or its signature not verified): ${[...unknown].join("; ")}`,
    );
}

/** The bundle left its release with these signatures: none may be missing, each by the certificate that was named. */
function checkExpected(manifest: BundleManifest, signers: readonly BundleSigner[], findings: Findings): void {
  for (const { target, certificate } of manifest.signatures) {
    const own = signers.filter((signer) => signer.target === target);
    if (own.length === 0)
      findings.failed(
        "expected-signatures",
        `нет подписи выпуска под «${target}»`,
        `the signature of the release of “${target}” is missing`,
      );
    else if (certificate !== null && !own.some((signer) => signer.certificate?.fingerprint === certificate))
      findings.failed(
        "expected-signatures",
        `«${target}» подписан не тем, кто выпустил комплект`,
        `“${target}” was not signed by the one who released the bundle`,
      );
  }
}

/** What stands between this bundle and one that somebody made anew. */
function checkSealed(signers: readonly BundleSigner[], { trust }: CheckOptions, findings: Findings): void {
  const sealed = signers.filter(
    ({ target, state, revocation }) => target === PART.sums && state === "valid" && revocation.state !== "revoked",
  );
  if (sealed.length === 0 && trust !== null)
    findings.failed(
      "authenticity",
      "Комплект целиком не подписан верной подписью, а --trust её требует",
      "The bundle as a whole has no valid signature, and --trust demands one",
    );
  else if (sealed.length === 0)
    findings.unproven(
      "authenticity",
      "Комплект целиком никем не подписан (или подпись не проверена): тот, кто его подделал, мог пересчитать и контрольные суммы. Подлинность доказывают --expect-digest с суммой из надёжного источника или пересборка из известной фиксации git",
      "Nobody signed the bundle as a whole (or the signature is not verified): who forged it could compute the digests as well. It is proven authentic by --expect-digest with a digest from a trusted source, or by building it again from a known git commit",
    );
  else if (trust === null)
    findings.unproven(
      "authenticity",
      "Комплект подписан, но сертификаты не сверялись с доверенными: укажите --trust <сертификат>. Подделавший мог подписать своим ключом",
      "The bundle is signed, but the certificates were not compared with trusted ones: name --trust <certificate>. Who forged it could sign with a key of their own",
    );
  else if (sealed.some(({ trusted }) => trusted === "yes"))
    findings.proven(
      "authenticity",
      "Комплект целиком подписан владельцем доверенного сертификата",
      "The bundle as a whole is signed by the holder of a trusted certificate",
    );
  else if (sealed.some(({ trusted }) => trusted === "unknown"))
    findings.unproven(
      "authenticity",
      "Комплект целиком подписан, но можно ли верить сертификату подписавшего, здесь проверить нечем: нужен openssl 3 или новее (для ГОСТ – с модулем gost)",
      "The bundle as a whole is signed, but nothing here can judge the signer's certificate: it takes openssl 3 or newer (for GOST with the gost engine)",
    );
  else
    findings.failed(
      "authenticity",
      `Ни одной верной подписи под комплектом нельзя верить на день проверки: ${reasons(sealed, "ru")}`,
      `No valid signature of the bundle can be trusted on the day of the check: ${reasons(sealed, "en")}`,
    );
}

/** Why none of them is trusted, each reason once. */
function reasons(signers: readonly BundleSigner[], language: keyof Text): string {
  return [...new Set(signers.flatMap(({ distrust }) => distrust?.[language] ?? []))].join("; ");
}
