import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

/** TRC8302: only what is issued goes into the archive. */
export function notIssued(name: string): Diagnostic {
  return raise(FINDINGS.TRC8302, {
    message: text(
      `Документ «${name}» не издан: в архив принимают только изданные`,
      `The document “${name}” is not issued: only issued documents are taken into the archive`,
    ),
    hints: text(`Издайте его: trc issue ${name}`, `Issue it: trc issue ${name}`),
  });
}

/** TRC8301: a bag is never changed; a signature that comes later makes its next version. */
export function alreadyThere(name: string, archive: string, signatures: readonly string[]): Diagnostic {
  const attach = `trc archive attach ${[name, ...(signatures.length === 0 ? ["ФАЙЛ.sig"] : signatures)].join(" ")}`;
  return raise(FINDINGS.TRC8301, {
    message: text(
      `Документ «${name}» уже лежит в архиве «${archive}»`,
      `The document “${name}” is in the archive “${archive}” already`,
    ),
    hints: [
      text(
        `Пакет в архиве не меняют; посмотреть его: trc archive find ${name}`,
        `A bag of the archive is never changed; to see it: trc archive find ${name}`,
      ),
      text(
        `Подпись, которая пришла позже, принимают так: ${attach}`,
        `A signature that came later is taken in by: ${attach.replace("ФАЙЛ.sig", "FILE.sig")}`,
      ),
    ],
  });
}

/** TRC8308: the file named by --pdf. */
export function noOriginal(pdf: string): Diagnostic {
  return raise(FINDINGS.TRC8308, {
    message: text(`Файл подлинника «${pdf}» не читается`, `The file of the original “${pdf}” cannot be read`),
  });
}

/** TRC8307: a signature is of one document. */
export function severalDocuments(): Diagnostic {
  return raise(FINDINGS.TRC8307, {
    message: text(
      "Ключи --pdf и --signature относятся к одному документу: не сказано, к какому",
      "The options --pdf and --signature are for one document, and it is not said which",
    ),
  });
}

/** TRC8305: what was signed is the original, whatever is built now. */
export function notAsBuilt(pdf: string, title: string): Diagnostic {
  return raise(FINDINGS.TRC8305, {
    message: text(
      `Файл ${pdf} не совпадает с тем, что собирается сейчас («${title}»)`,
      `The file ${pdf} is not what is built now (“${title}”)`,
    ),
  });
}
