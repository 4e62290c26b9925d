import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";

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
