import type { Diagnostic } from "../../base/diagnostics/index.ts";
import type { SignerVerdict } from "../signatures/index.ts";
import type { Finding } from "./verdicts.ts";

/** A spoilt bundle takes no signatures. Code TRC7021. */
export function badBundle(bundle: string, findings: readonly Finding[]): Diagnostic {
  const first = findings.find(({ state }) => state === "failed");
  return {
    code: "TRC7021",
    severity: "error",
    message: `Комплект «${bundle}» повреждён: ${first?.text ?? ""}`,
    hints: [`Что ещё неверно, покажет trc verify ${bundle}`],
    english: {
      message: `The bundle “${bundle}” is damaged: the check “${first?.check ?? ""}” failed`,
      hints: [`trc verify ${bundle} shows all that is wrong`],
    },
  };
}

/** The file is not a signature. Code TRC7022. */
export function unreadableSignature(file: string, reason: string, englishReason: string): Diagnostic {
  return {
    code: "TRC7022",
    severity: "error",
    message: `Файл «${file}» – не подпись: ${reason}`,
    hints: ["Нужна отсоединённая подпись CMS (CAdES-BES): DER, PEM или Base64"],
    english: {
      message: `The file “${file}” is no signature: ${englishReason}`,
      hints: ["A detached CMS signature (CAdES-BES) is needed: DER, PEM or Base64"],
    },
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
    english: {
      message:
        target === null
          ? `The signature “${file}” fits no file of the bundle`
          : `The signature “${file}” is not of the file “${target}”, or the file was changed afterwards`,
      hints: [
        "Sign the very file that lies in the bundle, without saving it anew",
        "For GOST without the gost engine of openssl name the file: --file <path in the bundle>",
      ],
    },
  };
}

/** There is no such file. Code TRC7023. */
export function noTarget(target: string): Diagnostic {
  return {
    code: "TRC7023",
    severity: "error",
    message: `В комплекте нет файла «${target}»`,
    hints: ["Пути в комплекте перечислены в SHA256SUMS"],
    english: {
      message: `The bundle has no file “${target}”`,
      hints: ["The paths in the bundle are listed in SHA256SUMS"],
    },
  };
}

/** The signature does not hold. Code TRC7024. */
export function wrongSignature(file: string, target: string, verdict: SignerVerdict): Diagnostic {
  const { certificate, reason, englishReason } = verdict;
  return {
    code: "TRC7024",
    severity: "error",
    message: `Подпись «${file}» неверна: ${reason}`,
    why: `${certificate?.holder ?? "Подписавший неизвестен"}, файл «${target}»`,
    hints: ["Попросите подписать файл заново; комплект остался прежним"],
    english: {
      message: `The signature “${file}” is wrong: ${englishReason}`,
      why: `${certificate?.holder ?? "The signer is unknown"}, file “${target}”`,
      hints: ["Ask for the file to be signed again; the bundle is as it was"],
    },
  };
}
