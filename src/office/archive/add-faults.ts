import type { Diagnostic } from "../../base/diagnostics/index.ts";

/** TRC8302: only what is issued goes into the archive. */
export function notIssued(name: string): Diagnostic {
  return {
    code: "TRC8302",
    severity: "error",
    message: `Документ «${name}» не издан: в архив принимают только изданные`,
    hints: [`Издайте его: trc issue ${name}`],
    english: {
      message: `The document “${name}” is not issued: only issued documents are taken into the archive`,
      hints: [`Issue it: trc issue ${name}`],
    },
  };
}

/** TRC8301: a bag is never changed; a signature that comes later makes its next version. */
export function alreadyThere(name: string, archive: string, signatures: readonly string[]): Diagnostic {
  const attach = `trc archive attach ${[name, ...(signatures.length === 0 ? ["ФАЙЛ.sig"] : signatures)].join(" ")}`;
  return {
    code: "TRC8301",
    severity: "error",
    message: `Документ «${name}» уже лежит в архиве «${archive}»`,
    hints: [
      `Пакет в архиве не меняют; посмотреть его: trc archive find ${name}`,
      `Подпись, которая пришла позже, принимают так: ${attach}`,
    ],
    english: {
      message: `The document “${name}” is in the archive “${archive}” already`,
      hints: [
        `A bag of the archive is never changed; to see it: trc archive find ${name}`,
        `A signature that came later is taken in by: ${attach.replace("ФАЙЛ.sig", "FILE.sig")}`,
      ],
    },
  };
}

/** TRC8308: the file named by --pdf. */
export function noOriginal(pdf: string): Diagnostic {
  return {
    code: "TRC8308",
    severity: "error",
    message: `Файл подлинника «${pdf}» не читается`,
    hints: ["Проверьте имя файла и права на него"],
    english: {
      message: `The file of the original “${pdf}” cannot be read`,
      hints: ["Check the name of the file and the rights to it"],
    },
  };
}

/** TRC8307: a signature is of one document. */
export function severalDocuments(): Diagnostic {
  return {
    code: "TRC8307",
    severity: "error",
    message: "Ключи --pdf и --signature относятся к одному документу: не сказано, к какому",
    hints: ["Назовите один документ: trc archive add ДОКУМЕНТ --signature ФАЙЛ"],
    english: {
      message: "The options --pdf and --signature are for one document, and it is not said which",
      hints: ["Name one document: trc archive add DOCUMENT --signature FILE"],
    },
  };
}

/** TRC8305: what was signed is the original, whatever is built now. */
export function notAsBuilt(pdf: string, title: string): Diagnostic {
  return {
    code: "TRC8305",
    severity: "warning",
    message: `Файл ${pdf} не совпадает с тем, что собирается сейчас («${title}»)`,
    why: "Подлинником станет указанный файл: подписан именно он",
    hints: ["Если это не тот файл, возьмите PDF из папки вывода или из подписанного комплекта"],
    english: {
      message: `The file ${pdf} is not what is built now (“${title}”)`,
      why: "The file named becomes the original: it is the one that was signed",
      hints: ["If it is the wrong file, take the PDF from the output folder or from the signed bundle"],
    },
  };
}
