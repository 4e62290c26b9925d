import { text } from "../../base/diagnostics/index.ts";
import {
  type CheckOptions,
  checkSignature,
  checkTimeStamp,
  evidenceInPdf,
  onlyEvidenceBehind,
  readCertificate,
  readRevocationLists,
  readSignature,
  signaturesInPdf,
  UnreadableSignature,
} from "../signatures/index.ts";
import { type BundleSigner, checkRevocation, describe, stampWords, stateOf } from "./check-signatures.ts";
import type { Findings } from "./verdicts.ts";

/** Verifies the signatures inside a PDF as those beside a file are, with the certificates and lists that it keeps. */
export async function checkPdf(
  { pdf, name }: { readonly pdf: Uint8Array; readonly name: string },
  options: CheckOptions,
  findings: Findings,
): Promise<BundleSigner[]> {
  const found = signaturesInPdf(pdf);
  const evidence = evidenceInPdf(pdf);
  const certificates = await Promise.all(evidence.certificates.map(readCertificate));
  const lists = (await Promise.all(evidence.lists.map(readRevocationLists))).flat();
  const whole = { ...options, lists: [...(options.lists ?? []), ...lists] };
  const signers: BundleSigner[] = [];
  for (const [index, { cms, content, kind, whole: isWhole }] of found.entries()) {
    const file = `${name}, № ${index + 1}`;
    if (!isWhole) {
      findings.failed(
        "signature",
        `${file}: заверен не весь файл: пропущено не только место подписи`,
        `${file}: it is not over the whole file: more than its own place is left out`,
      );
      continue;
    }
    if (kind === "time-stamp") {
      const stamp = await checkTimeStamp(cms, content, whole, certificates);
      const state = stamp.state !== "valid" ? "failed" : stamp.trusted === "yes" ? "proven" : "unproven";
      const words = stampWords(stamp, text("весь файл был таким", "the whole file was like this"));
      findings.add("signature", state, text(`${file}: ${words.ru}`, `${file}: ${words.en}`));
      continue;
    }
    try {
      const parsed = await readSignature(cms);
      const own = { ...parsed, certificates: [...parsed.certificates, ...certificates] };
      const verdicts = await checkSignature(own, content, whole);
      const named = verdicts.map((verdict) => ({ ...verdict, file, target: name }));
      for (const signer of named) findings.add("signature", stateOf(signer), describe(signer));
      signers.push(...named);
    } catch (error) {
      if (!(error instanceof UnreadableSignature)) throw error;
      findings.failed(
        "signature",
        `${file} – не подпись: ${error.said.ru}`,
        `${file} is no signature: ${error.said.en}`,
      );
    }
  }
  // A stamp is of no person: it says when the file was like this, not that anybody has signed what it shows.
  const last = found.findLast(({ kind }) => kind === "signature");
  if (last !== undefined) checkRest(pdf, last.end, findings);
  if (found.length === 0)
    findings.add(
      "signature",
      options.trust === null ? "unproven" : "failed",
      text("Подписей внутри PDF нет", "There is no signature inside the PDF"),
    );
  checkRevocation(signers, whole, findings);
  return signers;
}

/** What stands behind the last signature is signed by nobody. */
function checkRest(pdf: Uint8Array, end: number, findings: Findings): void {
  if (end === pdf.length) {
    findings.proven("whole", "После последней подписи в файле ничего нет", "Nothing stands behind the last signature");
    return;
  }
  const evidence = onlyEvidenceBehind(pdf, end);
  if (evidence === true)
    findings.proven(
      "whole",
      "После последней подписи дописаны только доказательства к подписям (PAdES B-LT)",
      "Behind the last signature stands evidence for the signatures alone (PAdES B-LT)",
    );
  else
    findings.unproven(
      "whole",
      "После последней подписи файл дополнен: что видно в нём сейчас, ею не заверено",
      "The file was added to behind the last signature: what it shows now is not what was signed",
    );
}
