import { text } from "../../base/diagnostics/index.ts";
import type { ExtendedSignature } from "../../office/signatures/index.ts";
import { command, WrongUsage } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { FILE, JSON_REPORT, SIGNATURES } from "../options.ts";
import { joined, type Line } from "../output.ts";
import { EVIDENCE, SIGNER } from "../signer.ts";

/** `trc timestamp`: adds time stamps, certificates and lists of revoked ones to signatures made anywhere. */
export const TIMESTAMP = command({
  name: "timestamp",
  ...text(
    "добавить к подписям метки времени и то, по чему их проверят через десятилетия",
    "add to signatures time stamps and what they will be verified by in decades",
  ),
  operands: [SIGNATURES],
  options: {
    tsa: SIGNER.tsa,
    request: {
      ...text(
        "без сети: записать запрос к службе меток времени по одной подписи",
        "without a network: write the request to a time-stamping service for one signature",
      ),
      value: FILE,
    },
    reply: {
      ...text(
        "файл с ответом службы на такой запрос или с самой меткой",
        "file with the service's reply to such a request, or with the stamp itself",
      ),
      value: FILE,
    },
    ...EVIDENCE,
    json: JSON_REPORT,
  },
  run: async (signatures, { chain: certificates = [], crl: lists = [], json: _json, ...sources }) => {
    const { tsa, request, reply } = sources;
    const ways = [tsa, request, reply].filter((one) => one !== undefined).length;
    if (ways > 1)
      throw new WrongUsage(
        text("Укажите что-то одно: --tsa, --request или --reply.", "Name one of --tsa, --request, --reply."),
      );
    if (ways + certificates.length + lists.length === 0)
      throw new WrongUsage(
        text(
          "Что добавить? Метку времени (--tsa, --reply), сертификаты (--chain) или списки отзыва (--crl).",
          "Add what? A time stamp (--tsa, --reply), certificates (--chain) or lists of revoked ones (--crl).",
        ),
      );
    if (signatures.length > 1 && (request !== undefined || reply !== undefined))
      throw new WrongUsage(text("Запрос и ответ – к одной подписи.", "A request and a reply are of one signature."));
    const { extendSignatures } = await import("../../office/signatures/index.ts");
    const { diagnostics, extended } = await extendSignatures({ signatures, ...sources, certificates, lists });
    const written = request !== undefined && diagnostics.length === 0;
    return {
      diagnostics,
      json: extended,
      lines: [written && text(`Запрос: ${request}`, `Request: ${request}`), ...extended.flatMap(extendedLines)],
      code: diagnostics.length > 0 ? EXIT.findings : EXIT.done,
    };
  },
});

function extendedLines({ file, signers, certificates, lists }: ExtendedSignature): Line[] {
  return [
    file,
    ...signers.map(({ holder, stamped }) =>
      joined([
        `  ${holder ?? "–"}: `,
        stamped.length === 0
          ? text("без метки времени", "without a time stamp")
          : text(`метка времени ${stamped.join(", ")}`, `time stamp ${stamped.join(", ")}`),
      ]),
    ),
    text(
      `  сертификатов в подписи – ${certificates}, списков отзыва – ${lists}`,
      `  certificates in the signature: ${certificates}, lists of revoked ones: ${lists}`,
    ),
  ];
}
