import type { Command } from "commander";
import type { SignerOptions } from "../../office/signatures/index.ts";
import { isoMoment } from "../options.ts";

/** What a command of signing was given on the command line. */
export type SignerFlags = {
  readonly key?: string;
  readonly cert?: string;
  readonly p12?: string;
  readonly signer?: string;
  readonly signingTime?: string;
};

/** The keys of the command line that name a signing key. */
export function signerOptions(command: Command): Command {
  return command
    .option("--key <файл>", "закрытый ключ PEM; пароль – в переменной TRC_KEY_PASSWORD")
    .option("--cert <файл>", "сертификат ключа PEM или DER, можно с цепочкой")
    .option("--p12 <файл>", "ключ и сертификат PKCS#12; пароль – в переменной TRC_KEY_PASSWORD")
    .option("--signer <команда>", "другая программа подписи: {in} и {out} – файлы, без них – стандартные ввод и вывод")
    .option("--signing-time <время>", "заявить время подписания, ГГГГ-ММ-ДДTЧЧ:ММ:ССZ", isoMoment);
}

/** The same as the signatures room wants them, with the password of the environment. */
export function signerFrom({ key, cert, p12, signer, signingTime }: SignerFlags): SignerOptions {
  return { key, cert, p12, command: signer, signingTime, password: process.env["TRC_KEY_PASSWORD"] };
}
