import { type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { type Dossier, findRecord } from "../../paperwork/records/index.ts";
import {
  checkSignature,
  derBlocks,
  readCertificate,
  readSignature,
  type Signer,
  SignerFault,
  type SignerVerdict,
  UnreadableSignature,
} from "../signatures/index.ts";
import { FINDINGS } from "./findings.ts";
import { type Statement, statementBytes } from "./statement.ts";

/** What the signature under an approval is worth. */
export type ApprovalSignature = {
  /** `valid`: made with the key of a certificate in the person's record over this very statement; `unverified`: GOST without the engine. */
  readonly state: "valid" | "wrong" | "unverified";
  readonly reason: Text | null;
  readonly holder: string | null;
};

/** Checks the signature of an approval against the certificates of the person's record and the day of the approval. */
export async function checkApprovalSignature(
  statement: Statement,
  base64: string,
  dossier: Dossier,
  openssl = "openssl",
): Promise<ApprovalSignature> {
  try {
    const parsed = await readSignature(Buffer.from(base64));
    const verdicts = await checkSignature(parsed, statementBytes(statement), {
      at: statement.date,
      trust: null,
      openssl,
    });
    return signatureOf(verdicts, statement, await certificatesOf(statement.person, dossier));
  } catch (error) {
    if (error instanceof UnreadableSignature) return { state: "wrong", reason: error.said, holder: null };
    throw error;
  }
}

/** Signs a statement as Base64 DER; the key has to be of a certificate in the person's record. Code TRC7006. */
export async function signStatement(statement: Statement, signer: Signer, dossier: Dossier): Promise<Outcome<string>> {
  try {
    const base64 = Buffer.from(await signer.sign(statementBytes(statement))).toString("base64");
    const { state, reason } = await checkApprovalSignature(statement, base64, dossier);
    return state === "wrong" && reason !== null
      ? { diagnostics: [raise(FINDINGS.TRC7006, { of: [statement.person, reason] })] }
      : { value: base64, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof SignerFault)) throw error;
    return { diagnostics: [raise(FINDINGS.TRC7006, { of: [statement.person, error.said] })] };
  }
}

function signatureOf(
  verdicts: readonly SignerVerdict[],
  { person }: Statement,
  known: ReadonlySet<string>,
): ApprovalSignature {
  const bad = verdicts.find(({ state }) => state === "wrong");
  const own = verdicts.find(({ certificate }) => certificate !== null && known.has(certificate.fingerprint));
  const holder = own?.certificate?.holder ?? verdicts[0]?.certificate?.holder ?? null;
  const wrong = (reason: Text | null): ApprovalSignature => ({ state: "wrong", reason, holder });
  if (bad !== undefined) return wrong(bad.reason);
  if (own === undefined)
    return wrong(
      text(
        `в записи лица «${person}» (certificates) нет сертификата этой подписи`,
        `the record of the person “${person}” (certificates) lacks the certificate of this signature`,
      ),
    );
  if (own.validity !== "valid")
    return wrong(
      text("в день одобрения сертификат не действовал", "the certificate was not valid on the day of the approval"),
    );
  return { state: own.state, reason: own.reason, holder };
}

/** Fingerprints of the certificates in a person's record. */
async function certificatesOf(person: string, dossier: Dossier): Promise<Set<string>> {
  const list = findRecord(dossier, "people", person)?.data.certificates ?? [];
  const blocks = list.flatMap((pem) => derBlocks(Buffer.from(pem), "CERTIFICATE"));
  const read = await Promise.all(blocks.map((der) => readCertificate(der).catch(() => null)));
  return new Set(read.flatMap((certificate) => certificate?.fingerprint ?? []));
}
