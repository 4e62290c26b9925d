import { text } from "../base/diagnostics/index.ts";
import type { Signer } from "../office/signatures/index.ts";
import { type ValuesOf, WrongUsage } from "./command.ts";
import { EXIT } from "./exit-codes.ts";
import { collect, FILE, matching } from "./options.ts";
import { type Answer, joined } from "./output.ts";

/** The options that name a signing key. */
export const SIGNER = {
  key: {
    ...text(
      "закрытый ключ PEM; пароль – в переменной TRC_KEY_PASSWORD",
      "private key PEM; its password is in the variable TRC_KEY_PASSWORD",
    ),
    value: FILE,
  },
  cert: {
    ...text(
      "сертификат ключа PEM или DER, можно с цепочкой",
      "certificate of the key, PEM or DER, perhaps with its chain",
    ),
    value: FILE,
  },
  p12: {
    ...text(
      "ключ и сертификат PKCS#12; пароль – в переменной TRC_KEY_PASSWORD",
      "key and certificate PKCS#12; its password is in the variable TRC_KEY_PASSWORD",
    ),
    value: FILE,
  },
  signer: {
    ...text(
      "другая программа подписи: {in} и {out} – файлы, без них – стандартные ввод и вывод",
      "another program that signs: {in} and {out} are files, without them its standard input and output",
    ),
    value: text("<команда>", "<command>"),
  },
  signingTime: {
    ...text(
      "заявить время подписания, ГГГГ-ММ-ДДTЧЧ:ММ:ССZ (trc sign без него – нынешнее)",
      "claim a time of signing, YYYY-MM-DDTHH:MM:SSZ (without it trc sign takes that of now)",
    ),
    value: text("<время>", "<time>"),
    parse: isoMoment,
  },
  tsa: {
    ...text(
      "адрес службы меток времени (RFC 3161): время подписания доказывает она",
      "address of a time-stamping service (RFC 3161), which proves the time of signing",
    ),
    value: text("<адрес>", "<address>"),
    parse: matching(
      /^https?:\/\/[^\s/]/,
      text(
        "Нужен адрес службы, например http://tsa.example.org/.",
        "An address of a service is needed, such as http://tsa.example.org/.",
      ),
    ),
  },
} as const;

/** The options that name what a signature carries to be verified in decades. */
export const EVIDENCE = {
  chain: {
    ...text(
      "сертификаты удостоверяющих центров, которые хранить в подписи; можно повторять",
      "certificates of authorities to be kept in the signature; may be repeated",
    ),
    value: FILE,
    parse: collect,
  },
  crl: {
    ...text(
      "списки отозванных сертификатов, которые хранить в подписи; можно повторять",
      "lists of revoked certificates to be kept in the signature; may be repeated",
    ),
    value: FILE,
    parse: collect,
  },
} as const;

/** A moment as ГГГГ-ММ-ДДTЧЧ:ММ:ССZ of this half of the century, which is what a signature can hold. @throws WrongUsage for anything else */
function isoMoment(value: string): string {
  const moment = new Date(value);
  const right = /^20[0-4]\d-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && !Number.isNaN(moment.getTime());
  if (!right || `${moment.toISOString().slice(0, 19)}Z` !== value)
    throw new WrongUsage(text("Нужно время вида 2025-09-05T10:00:00Z.", "A time is written 2025-09-05T10:00:00Z."));
  return value;
}

/** Runs a command with the key that its options name, its password in the environment; a key that does not do is an answer as well. */
export async function withSigner(
  { signer: command, ...options }: ValuesOf<typeof SIGNER>,
  run: (signer: Signer | null) => Promise<Answer>,
): Promise<Answer> {
  const { openSigner, SignerFault } = await import("../office/signatures/index.ts");
  try {
    return await run(await openSigner({ ...options, command, password: process.env.TRC_KEY_PASSWORD }));
  } catch (error) {
    if (!(error instanceof SignerFault)) throw error;
    return { beside: [joined([text("Подписать нельзя: ", "It cannot be signed: "), error.said])], code: EXIT.findings };
  }
}
