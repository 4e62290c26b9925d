import { numericDate } from "../../base/text/index.ts";
import {
  type CheckOptions,
  checkSignature,
  type ParsedSignature,
  readSignature,
  type SignerVerdict,
  UnreadableSignature,
} from "../signatures/index.ts";
import { type BundleFiles, type BundleManifest, PART, type SignatureIndex } from "./bundle-format.ts";
import type { Findings } from "./verdicts.ts";

/** One signer of one file of the bundle. */
export type BundleSigner = SignerVerdict & { readonly file: string; readonly target: string };

/** Judges every signature of the bundle: those listed, and those under approvals. */
export async function checkSignatures(
  files: BundleFiles,
  manifest: BundleManifest,
  index: SignatureIndex,
  options: CheckOptions,
  findings: Findings,
): Promise<BundleSigner[]> {
  const signers: BundleSigner[] = [];
  const approvals = manifest.documents
    .flatMap((document) => document.approvals)
    .flatMap(({ signature, statement }) => (signature === null ? [] : [{ file: signature, target: statement }]));
  for (const { file, target } of [...index.signatures, ...approvals])
    signers.push(...(await signersOf(files, file, target, options, findings)));
  for (const signer of signers) findings.add("signature", stateOf(signer), describe(signer));
  checkRevocation(signers, options, findings);
  checkExpected(manifest, signers, findings);
  checkSealed(signers, options, findings);
  return signers;
}

async function signersOf(
  files: BundleFiles,
  file: string,
  target: string,
  options: CheckOptions,
  findings: Findings,
): Promise<BundleSigner[]> {
  const signature = files.get(file);
  const content = files.get(target);
  if (signature === undefined || content === undefined) return [];
  try {
    const parsed: ParsedSignature = await readSignature(signature);
    return (await checkSignature(parsed, content, options)).map((verdict) => ({ ...verdict, file, target }));
  } catch (error) {
    if (!(error instanceof UnreadableSignature)) throw error;
    findings.add("signature", "failed", `«${file}» – не подпись: ${error.message}`);
    return [];
  }
}

function stateOf({ state, validity, trusted, revocation }: BundleSigner): "proven" | "failed" | "unproven" {
  if (state === "wrong" || validity === "not-yet" || revocation.state === "revoked") return "failed";
  return state === "valid" && validity === "valid" && trusted !== "no" ? "proven" : "unproven";
}

function describe({
  file,
  state,
  reason,
  certificate,
  validity,
  trusted,
  revocation,
  signatureAlgorithm,
  signingTime,
}: BundleSigner): string {
  const who =
    certificate === null
      ? "неизвестно кто"
      : `${certificate.holder}, сертификат ${certificate.serial}, действует с ${numericDate(certificate.validFrom)} по ${numericDate(certificate.validTo)}`;
  const verdict = { valid: "подпись верна", wrong: "подпись НЕВЕРНА", unverified: "подпись не проверена" }[state];
  const notes = [
    ...(reason === null ? [] : [reason]),
    ...(validity === "expired" ? ["срок сертификата истёк; что подписано в срок, без метки времени не доказано"] : []),
    ...(validity === "not-yet" ? ["срок сертификата ещё не начался"] : []),
    ...(revocation.state === "revoked" ? [`сертификат ОТОЗВАН ${numericDate(revocation.since)}`] : []),
    ...(trusted === "yes" ? ["сертификат из доверенных"] : []),
    ...(trusted === "no" ? ["сертификата нет среди доверенных (--trust)"] : []),
    ...(signingTime === null ? [] : [`заявленное время ${signingTime}`]),
  ];
  return `${file}: ${verdict} (${signatureAlgorithm}): ${who}${notes.length === 0 ? "" : `; ${notes.join("; ")}`}`;
}

/** Whether any signer's certificate was revoked is known only from lists: what was not asked is said. */
function checkRevocation(signers: readonly BundleSigner[], { lists = [] }: CheckOptions, findings: Findings): void {
  const known = signers.filter(({ certificate }) => certificate !== null);
  const unknown = new Set(
    known
      .filter(({ revocation }) => revocation.state === "unknown")
      .map(({ certificate }) => `${certificate?.holder}, сертификат ${certificate?.serial}`),
  );
  if (known.length === 0) return;
  if (lists.length === 0)
    findings.add(
      "revocation",
      "unproven",
      "Не отозваны ли сертификаты, не проверялось: списков отзыва нет. Возьмите список (CRL) у удостоверяющего центра и укажите: --crl <файл>",
    );
  else if (unknown.size > 0)
    findings.add(
      "revocation",
      "unproven",
      `Отозван ли сертификат, из списков отзыва не видно (нет списка его издателя, список просрочен, или его подпись не проверена): ${[...unknown].join("; ")}`,
    );
  else if (known.every(({ revocation }) => revocation.state === "good"))
    findings.add("revocation", "proven", "Сертификаты подписавших по спискам отзыва не отозваны");
}

/** The bundle left its release with these signatures: none may be missing, each by the certificate that was named. */
function checkExpected(manifest: BundleManifest, signers: readonly BundleSigner[], findings: Findings): void {
  const faults = manifest.signatures.flatMap(({ target, certificate }) => {
    const own = signers.filter((signer) => signer.target === target);
    if (own.length === 0) return [`нет подписи выпуска под «${target}»`];
    const named = certificate === null || own.some((signer) => signer.certificate?.fingerprint === certificate);
    return named ? [] : [`«${target}» подписан не тем, кто выпустил комплект`];
  });
  for (const fault of faults) findings.add("expected-signatures", "failed", fault);
}

/** What stands between this bundle and one that somebody made anew. */
function checkSealed(signers: readonly BundleSigner[], { trust }: CheckOptions, findings: Findings): void {
  const sealed = signers.filter(
    ({ target, state, revocation }) => target === PART.sums && state === "valid" && revocation.state !== "revoked",
  );
  if (sealed.length === 0 && trust !== null)
    findings.add("authenticity", "failed", "Комплект целиком не подписан верной подписью, а --trust её требует");
  else if (sealed.length === 0)
    findings.add(
      "authenticity",
      "unproven",
      "Комплект целиком никем не подписан (или подпись не проверена): тот, кто его подделал, мог пересчитать и контрольные суммы. Подлинность доказывают --expect-digest с суммой из надёжного источника или пересборка из известной фиксации git",
    );
  else if (trust === null)
    findings.add(
      "authenticity",
      "unproven",
      "Комплект подписан, но сертификаты не сверялись с доверенными: укажите --trust <сертификат>. Подделавший мог подписать своим ключом",
    );
  else if (sealed.some(({ trusted }) => trusted === "yes"))
    findings.add("authenticity", "proven", "Комплект целиком подписан владельцем доверенного сертификата");
  else
    findings.add(
      "authenticity",
      "failed",
      "Ни одна верная подпись под комплектом не сделана ключом доверенного сертификата",
    );
}
