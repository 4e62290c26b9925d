import { type Text, text } from "../../base/diagnostics/index.ts";
import { type Certificate, validityAt } from "./certificate.ts";
import { toPem } from "./form.ts";
import { hasGostEngine } from "./gost.ts";
import { hasOpenssl, runOpenssl } from "./openssl.ts";

/** A certificate, what may stand between it and what is trusted, and the lists of revoked ones it is held against. */
export type PathQuestion = {
  readonly certificate: Certificate;
  readonly anchors: readonly Certificate[];
  readonly between: readonly Certificate[];
  /** Moment the path is judged at, ISO; null judges it whatever the terms. */
  readonly moment: string | null;
  /** What the certificate was issued for; documents unless said otherwise. */
  readonly purpose?: Purpose;
  /** DER of lists; the certificate itself is asked about. Without lists nothing is. */
  readonly lists?: readonly Uint8Array[];
};

/** Signing of documents, or of time stamps (RFC 3161, clause 2.3), in OpenSSL's words. */
export type Purpose = "smimesign" | "timestampsign";

/** What OpenSSL says of a path: no fault, or the first one it named, by its number and the depth of the certificate. */
export type PathVerdict = {
  readonly fault: { readonly number: number; readonly depth: number; readonly said: string } | null;
};

/** Number of OpenSSL for «certificate revoked». */
export const REVOKED = 23;

/**
 * Judges a path by RFC 5280, clause 6, as `openssl verify` does it: key usage and extended key usage for signing, lengths, names, critical
 * extensions, policies, terms. Null when the program is not there, or lacks the engine that a GOST certificate needs.
 *
 * @see RFC 5280, clause 6.1; X509_verify_cert in OpenSSL
 */
export async function validatePath(
  openssl: string,
  { certificate, anchors, between, moment, purpose = "smimesign", lists = [] }: PathQuestion,
): Promise<PathVerdict | null> {
  if (!hasOpenssl(openssl) || (certificate.gost && !hasGostEngine(openssl))) return null;
  const pem = (all: readonly Certificate[]): string => all.map(({ der }) => toPem(der, "CERTIFICATE")).join("");
  const { done, stderr } = await runOpenssl(
    openssl,
    [
      "verify",
      // The engine names no strength of its keys, so no strength can be asked of a GOST chain.
      ...(certificate.gost ? ["-engine", "gost"] : ["-auth_level", STRENGTH]),
      ...["-partial_chain", "-no-CApath", "-no-CAstore", "-policy_check", "-policy", "anyPolicy"],
      ...(moment === null ? ["-no_check_time"] : ["-attime", `${Math.floor(Date.parse(moment) / 1000)}`]),
      ...(lists.length === 0 ? ["-purpose", purpose] : ["-crl_check", "-use_deltas", "-CRLfile", "lists"]),
      ...["-CAfile", "anchors"],
      ...(between.length === 0 ? [] : ["-untrusted", "between"]),
      "own",
    ],
    {
      own: pem([certificate]),
      anchors: pem(anchors),
      between: pem(between),
      lists: lists.map((der) => toPem(der, "X509 CRL")).join(""),
    },
  );
  if (done) return { fault: null };
  const [, number = "1", depth = "0", said = ""] = /error (\d+) at (\d+) depth lookup: (.*)/.exec(stderr) ?? [];
  return { fault: { number: Number(number), depth: Number(depth), said } };
}

/** 112 bits: RSA of 2048 bits, SHA-256. What is weaker is named weak in a signature, too. */
const STRENGTH = "2";

/** The moment of a day at which a certificate is asked about: on its first day that is when its term begins. */
export function momentOf(certificate: Certificate, at: string): string {
  if (at.length > 10) return at;
  const start = `${at}T00:00:00.000Z`;
  return validityAt(certificate, at) === "valid" && certificate.validFrom > start ? certificate.validFrom : start;
}

/** Why a path is refused, in words of a clerk; what is rare stands in OpenSSL's own. */
export function faultInWords(
  { number, depth, said }: NonNullable<PathVerdict["fault"]>,
  purpose: Purpose = "smimesign",
): Text {
  const stamps = purpose === "timestampsign";
  const words = stamps && number === 26 ? NO_STAMPS : (FAULTS[number] ?? text(`openssl: ${said}`, `openssl: ${said}`));
  const [ru, en] =
    depth === 0
      ? stamps
        ? ["сертификат службы меток времени", "the certificate of the time-stamping service"]
        : ["сертификат подписавшего", "the signer's certificate"]
      : [`сертификат издателя (ступень ${depth})`, `the certificate of the issuer (step ${depth})`];
  return text(`${ru}: ${words.ru}`, `${en}: ${words.en}`);
}

const UNTRUSTED = text(
  "нет среди доверенных (--trust), и цепочка к доверенному не ведёт",
  "it is not among the trusted ones (--trust), and no chain leads to one",
);

/** Of a certificate whose term is over. */
const EXPIRED = text(
  "на день проверки срок истёк; если подписано раньше, проверьте на день подписи (--date)",
  "its term is over on the day of the check; if it was signed before, check for the day of signing (--date)",
);

const NO_STAMPS = text(
  "выдан не для меток времени (назначение ключа)",
  "it was not issued for time stamps (purpose of the key)",
);
const NO_AUTHORITY = text("не вправе выпускать сертификаты", "it may not issue certificates");
const UNJUDGED_NAMES = text(
  "ограничения имён такие, что судить о них нельзя",
  "it constrains names in a way that cannot be judged",
);

/** By the numbers of OpenSSL 3 (x509_vfy.h). */
const FAULTS: { readonly [number: number]: Text } = {
  2: UNTRUSTED,
  7: text("подпись издателя под ним неверна", "the issuer's signature of it is wrong"),
  9: text("на день проверки срок ещё не начался", "its term has not begun on the day of the check"),
  10: EXPIRED,
  18: UNTRUSTED,
  19: UNTRUSTED,
  20: UNTRUSTED,
  21: UNTRUSTED,
  25: text("цепочка длиннее, чем он разрешает (pathlen)", "the chain is longer than it allows (pathlen)"),
  26: text("выдан не для подписи документов (назначение ключа)", "it was not issued for signing (purpose of the key)"),
  32: NO_AUTHORITY,
  34: text(
    "в нём есть критическое расширение, смысл которого неизвестен",
    "it has a critical extension of unknown meaning",
  ),
  41: text("в нём неверно одно из расширений", "one of its extensions is malformed"),
  42: text("в нём неверны правила применения", "its certificate policies are malformed"),
  43: text(
    "цепочка без правил применения, которых требует издатель",
    "the chain lacks the policy that an issuer demands",
  ),
  47: text("имя вне тех, что издателю разрешены", "its name is outside of those the issuer may give"),
  48: text("имя из тех, что издателю запрещены", "its name is among those the issuer may not give"),
  49: UNJUDGED_NAMES,
  51: UNJUDGED_NAMES,
  52: UNJUDGED_NAMES,
  53: UNJUDGED_NAMES,
  66: text("ключ слишком слабый", "its key is too weak"),
  67: text("ключ издателя слишком слабый", "the issuer's key is too weak"),
  68: text("подписан слабым алгоритмом", "it is signed by a weak algorithm"),
  79: NO_AUTHORITY,
};
