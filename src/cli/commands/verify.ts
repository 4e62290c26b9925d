import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { collect, dayOption, JSON_REPORT, sha256Digest } from "../options.ts";
import type { VerifyCommandOptions } from "./run-verify.ts";

/** `trc verify`: what is proven of a bundle. */
export const VERIFY: CommandSpec<VerifyCommandOptions> = {
  name: "verify",
  says: text(
    "проверить комплект: что доказано, что нет; без сети",
    "verify a bundle: what is proven and what is not; without a network",
  ),
  operands: [
    {
      name: text("<комплект>", "<bundle>"),
      says: text("файл .zip или папка, куда он распакован", "file .zip, or the folder it was unpacked to"),
    },
  ],
  options: [
    {
      flag: "--rebuild",
      says: text(
        "собрать документы заново из комплекта и сравнить байты",
        "build the documents again from the bundle and compare the bytes",
      ),
    },
    {
      flag: "--trust",
      value: text("<сертификат>", "<certificate>"),
      says: text(
        "доверенный сертификат PEM или DER; можно повторять",
        "trusted certificate, PEM or DER; may be repeated",
      ),
      parse: collect,
    },
    {
      flag: "--crl",
      value: text("<список>", "<list>"),
      says: text(
        "список отозванных сертификатов (CRL) PEM или DER; можно повторять",
        "list of revoked certificates (CRL), PEM or DER; may be repeated",
      ),
      parse: collect,
    },
    {
      flag: "--expect-digest",
      value: text("<сумма>", "<digest>"),
      says: text(
        "сумма комплекта или файла из надёжного источника",
        "digest of the bundle or of its file from a source that is trusted",
      ),
      parse: sha256Digest,
    },
    dayOption(
      "на какой день действуют сертификаты (по умолчанию сегодня)",
      "day on which the certificates have to be valid (today by default)",
    ),
    JSON_REPORT,
  ],
  run: async (...call) => (await import("./run-verify.ts")).verifyCommand(...call),
};
