import { type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { seriesOf, seriesTitle } from "../../paperwork/register/index.ts";
import type { EntryFile } from "./entry-file.ts";
import { type Checkpoint, encodeProof, type Proof } from "./proof.ts";

/** A proof as it is printed beside its document: words for people, an empty line, the proof itself. */
export function proofText(proof: Proof, words: Text): Text {
  const body = encodeProof(proof);
  return text(`${words.ru}\n${body}`, `${words.en}\n${body}`);
}

/** Words over a proof that an entry is in the tree. */
export function inclusionWords({ fields }: EntryFile, index: number, { origin, size }: Checkpoint): Text {
  const { title, organisation, registered, entry, seal } = fields;
  const series = seriesTitle(seriesOf(fields));
  return text(
    `ДОКАЗАТЕЛЬСТВО ЗАПИСИ В РЕЕСТРЕ ИЗДАННЫХ ДОКУМЕНТОВ

Организация: ${organisation}
Документ: ${title}
Внесён в реестр: ${numericDate(registered)}, запись ${entry} ряда «${series.ru}»
Печать записи (SHA-256): ${seal}
Дерево реестра: ${origin}, лист ${index} (счёт с нуля), всего листьев – ${size}

Проверка: trc register verify-proof ЭТОТ-ФАЙЛ ЗАПИСЬ --key КЛЮЧ
ЗАПИСЬ – register-entry.yaml из пакета архива, КЛЮЧ – key.txt организации.
Без программы: лист = SHA-256(байт 00 и печать); узел = SHA-256(байт 01, левый, правый);
строки ниже ведут от листа к корню (RFC 6962, 2.1.1); подпись корня – Ed25519.
`,
    `PROOF OF AN ENTRY IN THE REGISTER OF ISSUED DOCUMENTS

Organisation: ${organisation}
Document: ${title}
Entered: ${registered}, entry ${entry} of the series “${series.en}”
Seal of the entry (SHA-256): ${seal}
Tree of the register: ${origin}, leaf ${index} (counted from zero) of ${size}

To verify: trc register verify-proof THIS-FILE ENTRY --key KEY
ENTRY is register-entry.yaml of the archived bag, KEY is key.txt of the organisation.
Without the program: leaf = SHA-256(byte 00 and the seal); node = SHA-256(byte 01, left, right);
the lines below lead from the leaf to the root (RFC 6962, 2.1.1); the root is signed with Ed25519.
`,
  );
}

/** Words over a proof that nothing was taken out of the tree or changed in it. */
export function consistencyWords(size: number, { origin, size: now }: Checkpoint): Text {
  return text(
    `ДОКАЗАТЕЛЬСТВО ТОГО, ЧТО РЕЕСТР ТОЛЬКО ДОПОЛНЯЛСЯ

Дерево реестра: ${origin}
Листьев было – ${size}, стало – ${now}: прежние стоят на своих местах без изменений

Проверка: trc register verify-proof ЭТОТ-ФАЙЛ --checkpoint ПРЕЖНЯЯ-КОНТРОЛЬНАЯ-ТОЧКА --key КЛЮЧ
Без программы: строки ниже – по RFC 6962, 2.1.2; подпись корня – Ed25519.
`,
    `PROOF THAT THE REGISTER WAS ONLY ADDED TO

Tree of the register: ${origin}
Leaves then ${size}, now ${now}: the earlier ones stand in their places unchanged

To verify: trc register verify-proof THIS-FILE --checkpoint EARLIER-CHECKPOINT --key KEY
Without the program: the lines below are those of RFC 6962, 2.1.2; the root is signed with Ed25519.
`,
  );
}
