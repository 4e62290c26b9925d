import type { Diagnostic } from "../diagnostics/index.ts";
import type { SignerVerdict } from "../signatures/index.ts";
import type { Finding } from "./findings.ts";

/** A spoilt bundle takes no signatures. Code TRC7021. */
export function badBundle(bundle: string, findings: readonly Finding[]): Diagnostic {
  const first = findings.find(({ state }) => state === "failed")?.text ?? "";
  return {
    code: "TRC7021",
    severity: "error",
    message: `Комплект «${bundle}» повреждён: ${first}`,
    hints: [`Что ещё неверно, покажет trc verify ${bundle}`],
  };
}

/** The file is not a signature. Code TRC7022. */
export function unreadableSignature(file: string, reason: string): Diagnostic {
  return {
    code: "TRC7022",
    severity: "error",
    message: `Файл «${file}» – не подпись: ${reason}`,
    hints: ["Нужна отсоединённая подпись CMS (CAdES-BES): DER, PEM или Base64"],
  };
}

/** The signature is of no file of the bundle, or of another. Code TRC7023. */
export function otherFile(file: string, target: string | null): Diagnostic {
  return {
    code: "TRC7023",
    severity: "error",
    message:
      target === null
        ? `Подпись «${file}» не подходит ни к одному файлу комплекта`
        : `Подпись «${file}» – не к файлу «${target}» или файл изменён после подписания`,
    hints: [
      "Подписывайте тот самый файл, что лежит в комплекте, без пересохранения",
      "Для ГОСТ без модуля gost в openssl назовите файл: --file <путь в комплекте>",
    ],
  };
}

/** There is no such file. Code TRC7023. */
export function noTarget(target: string): Diagnostic {
  return {
    code: "TRC7023",
    severity: "error",
    message: `В комплекте нет файла «${target}»`,
    hints: ["Пути в комплекте перечислены в SHA256SUMS"],
  };
}

/** The signature does not hold. Code TRC7024. */
export function wrongSignature(file: string, target: string, { certificate, reason }: SignerVerdict): Diagnostic {
  return {
    code: "TRC7024",
    severity: "error",
    message: `Подпись «${file}» неверна: ${reason}`,
    why: `${certificate?.holder ?? "Подписавший неизвестен"}, файл «${target}»`,
    hints: ["Попросите подписать файл заново; комплект остался прежним"],
  };
}
