import { type Text, text } from "../../base/diagnostics/index.ts";
import type { Finding, VerifyReport } from "../../office/release/index.ts";
import { command } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { interruptible } from "../interruptible.ts";
import { BUDGET, collect, day, JSON_REPORT, matching } from "../options.ts";
import { type Answer, joined, type Line } from "../output.ts";
import { today } from "../today.ts";

/** `trc verify`: what is proven of a bundle; exit code 1 when anything failed. */
export const VERIFY = command({
  name: "verify",
  ...text(
    "проверить комплект: что доказано, что нет; без сети",
    "verify a bundle: what is proven and what is not; without a network",
  ),
  operands: [
    {
      name: text("<комплект>", "<bundle>"),
      ...text(
        "файл .zip, папка, куда он распакован, или PDF с подписями внутри",
        "file .zip, the folder it was unpacked to, or a PDF with signatures inside it",
      ),
    },
  ],
  options: {
    rebuild: text(
      "собрать документы заново из комплекта и сравнить байты",
      "build the documents again from the bundle and compare the bytes",
    ),
    rebuildUntrusted: text(
      "собрать, даже если суммы или подписи неверны: шаблоны неизвестно чьи, но ограничены во времени и объёме, файлов и сети не видят",
      "build them even where sums or signatures are wrong: templates of nobody knows whom, limited in time and size, without files and network",
    ),
    budget: BUDGET,
    trust: {
      ...text("доверенный сертификат PEM или DER; можно повторять", "trusted certificate, PEM or DER; may be repeated"),
      value: text("<сертификат>", "<certificate>"),
      parse: collect,
    },
    crl: {
      ...text(
        "список отозванных сертификатов (CRL) PEM или DER; можно повторять",
        "list of revoked certificates (CRL), PEM or DER; may be repeated",
      ),
      value: text("<список>", "<list>"),
      parse: collect,
    },
    expectDigest: {
      ...text(
        "сумма комплекта или файла из надёжного источника",
        "digest of the bundle or of its file from a source that is trusted",
      ),
      value: text("<сумма>", "<digest>"),
      parse: matching(
        /^[0-9a-f]{64}$/i,
        text("Нужна сумма SHA-256, 64 знака 0–9 и a–f.", "A digest SHA-256 is needed, 64 characters 0–9 and a–f."),
      ),
    },
    date: day(
      "на какой день действуют сертификаты (по умолчанию сегодня)",
      "day on which the certificates have to be valid (today by default)",
    ),
    json: JSON_REPORT,
  },
  run: async ([bundle = ""], { trust: trustFiles, crl: revocationFiles, date = today(), json: _json, ...options }) => {
    const { verifyBundle } = await import("../../office/release/index.ts");
    return interruptible(
      async (signal): Promise<Answer> => {
        const report = await verifyBundle({ ...options, bundle, today: date, trustFiles, revocationFiles, signal });
        const misnamed = report.diagnostics.some(({ code }) => code === "TRC0001");
        const code = report.ok ? EXIT.done : misnamed ? EXIT.usage : EXIT.findings;
        return { diagnostics: report.diagnostics, json: report, lines: reportLines(report, bundle), code };
      },
      (): Answer => ({ beside: [text("Прервано.", "Interrupted.")], code: EXIT.interrupted }),
    );
  },
});

const SIGNS: { readonly [state in Finding["state"]]: Text } = {
  proven: text("доказано     ", "proven       "),
  failed: text("НЕВЕРНО      ", "WRONG        "),
  unproven: text("не доказано  ", "not proven   "),
  note: text("             ", "             "),
};

function reportLines({ findings, ok, digest, commits }: VerifyReport, bundle: string): Line[] {
  const open = findings.filter(({ state }) => state === "unproven").length;
  return [
    ...findings.map(({ state, text: words }) => joined([SIGNS[state], words])),
    commits.length > 0 && text(`\nФиксация git: ${commits.join(", ")}`, `\nGit commit: ${commits.join(", ")}`),
    digest !== null && text(`Сумма: ${digest}`, `Digest: ${digest}`),
    !ok
      ? text(`${bundle}: ПРОВЕРКА НЕ ПРОЙДЕНА.`, `${bundle}: VERIFICATION FAILED.`)
      : open > 0
        ? text(`${bundle}: нарушений нет, не доказано – ${open}.`, `${bundle}: no violations, not proven: ${open}.`)
        : text(`${bundle}: нарушений нет, доказано всё.`, `${bundle}: no violations, all is proven.`),
  ];
}
