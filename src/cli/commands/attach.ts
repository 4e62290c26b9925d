import { text } from "../../base/diagnostics/index.ts";
import type { Attached } from "../../office/release/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { JSON_REPORT, SIGNATURES } from "../options.ts";
import { dayText, joined, type Line } from "../output.ts";
import { today } from "../today.ts";

/** `trc attach`: takes signatures made elsewhere into a bundle and reports whose they are. */
export const ATTACH = command({
  name: "attach",
  ...text(
    "добавить в комплект подписи, сделанные в другой программе",
    "add signatures made by another program to a bundle",
  ),
  operands: [
    { name: text("<комплект>", "<bundle>"), ...text("файл .zip комплекта", "file .zip of the bundle") },
    SIGNATURES,
  ],
  options: {
    file: {
      ...text(
        "к какому файлу комплекта подпись; без ключа – по содержимому",
        "the file of the bundle that was signed; without it found by its content",
      ),
      value: text("<путь>", "<path>"),
    },
    stamp: {
      ...text(
        "без экземпляра для печати с отметкой об электронной подписи",
        "without a copy to print that shows the mark of the electronic signature",
      ),
      no: true,
    },
    json: JSON_REPORT,
  },
  run: async ([bundle = "", ...signatures], { file: target = null, stamp }) => {
    const { attachSignatures } = await import("../../office/release/index.ts");
    const report = await attachSignatures({ bundle, signatures, target, stamp, today: today() });
    const { attached, diagnostics } = report;
    const code = diagnostics.length > 0 ? EXIT.findings : EXIT.done;
    return { diagnostics, json: attached, lines: attached.flatMap(attachedLines), code };
  },
});

const STATES = {
  valid: text(": подпись верна", ": the signature is valid"),
  wrong: text(": подпись неверна", ": the signature is wrong"),
  unverified: text(": подпись НЕ ПРОВЕРЕНА", ": the signature is NOT VERIFIED"),
} as const;
const NO_CERTIFICATE = text("без сертификата", "without a certificate");

function attachedLines({ file, target, signers, stamped }: Attached): Line[] {
  return [
    target,
    text(`  подпись: ${file}`, `  signature: ${file}`),
    ...signers.flatMap(({ certificate, state, reason, signatureAlgorithm, digestAlgorithm, signingTime }) => {
      const { holder = NO_CERTIFICATE, serial = "–" } = certificate ?? {};
      const [from, to] = [certificate?.validFrom, certificate?.validTo].map((day) => dayText(day ?? ""));
      return [
        joined(["  ", holder, STATES[state], ...(reason === null ? [] : [" – ", reason])]),
        joined([
          `    ${signatureAlgorithm}, ${digestAlgorithm}; `,
          text(`сертификат ${serial}`, `certificate ${serial}`),
          certificate !== null &&
            text(`, действует с ${from?.ru} по ${to?.ru}`, `, valid from ${from?.en} to ${to?.en}`),
        ]),
        signingTime !== null && text(`    заявленное время: ${signingTime}`, `    claimed time: ${signingTime}`),
      ];
    }),
    stamped !== null && text(`  экземпляр с отметкой: ${stamped}`, `  copy with the mark: ${stamped}`),
  ];
}
