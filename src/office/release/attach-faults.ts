import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import type { SignerVerdict } from "../signatures/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Finding } from "./verdicts.ts";

/** A spoilt bundle takes no signatures. Code TRC7021. */
export function badBundle(bundle: string, findings: readonly Finding[]): Diagnostic {
  const first = findings.find(({ state }) => state === "failed");
  return raise(FINDINGS.TRC7021, {
    message: text(
      `Комплект «${bundle}» повреждён: ${first?.text.ru ?? ""}`,
      `The bundle “${bundle}” is damaged: ${first?.text.en ?? ""}`,
    ),
    hints: text(`Что ещё неверно, покажет trc verify ${bundle}`, `trc verify ${bundle} shows all that is wrong`),
  });
}

/** The signature is of no file of the bundle, or of another. Code TRC7023. */
export function otherFile(file: string, target: string | null): Diagnostic {
  return raise(FINDINGS.TRC7023, {
    message:
      target === null
        ? text(
            `Подпись «${file}» не подходит ни к одному файлу комплекта`,
            `The signature “${file}” fits no file of the bundle`,
          )
        : text(
            `Подпись «${file}» – не к файлу «${target}» или файл изменён после подписания`,
            `The signature “${file}” is not of the file “${target}”, or the file was changed afterwards`,
          ),
    hints: [
      text(
        "Подписывайте тот самый файл, что лежит в комплекте, без пересохранения",
        "Sign the very file that lies in the bundle, without saving it anew",
      ),
      text(
        "Для ГОСТ без модуля gost в openssl назовите файл: --file <путь в комплекте>",
        "For GOST without the gost engine of openssl name the file: --file <path in the bundle>",
      ),
    ],
  });
}

/** There is no such file. Code TRC7023. */
export function noTarget(target: string): Diagnostic {
  return raise(FINDINGS.TRC7023, {
    message: text(`В комплекте нет файла «${target}»`, `The bundle has no file “${target}”`),
    hints: text("Пути в комплекте перечислены в SHA256SUMS", "The paths in the bundle are listed in SHA256SUMS"),
  });
}

/** The signature does not hold. Code TRC7024. */
export function wrongSignature(file: string, target: string, verdict: SignerVerdict): Diagnostic {
  const { certificate, reason } = verdict;
  return raise(FINDINGS.TRC7024, {
    message: text(`Подпись «${file}» неверна: ${reason?.ru}`, `The signature “${file}” is wrong: ${reason?.en}`),
    why: text(
      `${certificate?.holder ?? "Подписавший неизвестен"}, файл «${target}»`,
      `${certificate?.holder ?? "The signer is unknown"}, file “${target}”`,
    ),
  });
}
