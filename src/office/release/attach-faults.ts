import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import type { SignerVerdict } from "../signatures/index.ts";
import { FINDINGS } from "./findings.ts";

/** A corrupt bundle takes no signatures. Code TRC7021. */
export function corruptBundle(bundle: string, fault: Text): Diagnostic {
  return raise(FINDINGS.TRC7021, {
    message: text(`Комплект «${bundle}» повреждён: ${fault.ru}`, `The bundle “${bundle}” is damaged: ${fault.en}`),
    hints: text(`Что ещё неверно, покажет trc verify ${bundle}`, `trc verify ${bundle} shows all that is wrong`),
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
