import { text } from "../../base/diagnostics/index.ts";
import type { SignerOptions } from "../../office/signatures/index.ts";
import type { OptionSpec } from "../command.ts";
import { FILE, isoMoment } from "../options.ts";

/** What a command of signing was given on the command line. */
export type SignerFlags = {
  readonly key?: string;
  readonly cert?: string;
  readonly p12?: string;
  readonly signer?: string;
  readonly signingTime?: string;
};

/** The options of the command line that name a signing key. */
export const SIGNER: readonly OptionSpec[] = [
  {
    flag: "--key",
    value: FILE,
    says: text(
      "закрытый ключ PEM; пароль – в переменной TRC_KEY_PASSWORD",
      "private key PEM; its password is in the variable TRC_KEY_PASSWORD",
    ),
  },
  {
    flag: "--cert",
    value: FILE,
    says: text(
      "сертификат ключа PEM или DER, можно с цепочкой",
      "certificate of the key, PEM or DER, perhaps with its chain",
    ),
  },
  {
    flag: "--p12",
    value: FILE,
    says: text(
      "ключ и сертификат PKCS#12; пароль – в переменной TRC_KEY_PASSWORD",
      "key and certificate PKCS#12; its password is in the variable TRC_KEY_PASSWORD",
    ),
  },
  {
    flag: "--signer",
    value: text("<команда>", "<command>"),
    says: text(
      "другая программа подписи: {in} и {out} – файлы, без них – стандартные ввод и вывод",
      "another program that signs: {in} and {out} are files, without them its standard input and output",
    ),
  },
  {
    flag: "--signing-time",
    value: text("<время>", "<time>"),
    says: text("заявить время подписания, ГГГГ-ММ-ДДTЧЧ:ММ:ССZ", "claim a time of signing, YYYY-MM-DDTHH:MM:SSZ"),
    parse: isoMoment,
  },
];

/** The same as the signatures room wants them, with the password of the environment. */
export function signerFrom({ key, cert, p12, signer, signingTime }: SignerFlags): SignerOptions {
  return { key, cert, p12, command: signer, signingTime, password: process.env.TRC_KEY_PASSWORD };
}
