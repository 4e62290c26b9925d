import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8001: {
    title: text("Запись реестра изменена", "An entry of the register is changed"),
    why: text(
      "Реестр только дополняют, и пишет его только программа: контрольная сумма в последней строке (seal) не сходится с файлом",
      "The register is only added to, and only the program writes it: the checksum in the last line (seal) does not hold for the file",
    ),
    hints: text(
      "Верните файл из истории: git checkout -- <файл>; правку вносят новым документом",
      "Put the file back from the history: git checkout -- <file>; a change is made by a new document",
    ),
  },
  TRC8002: {
    title: text("Звено цепочки реестра нарушено", "A link of the register's chain is broken"),
    why: text("Каждая запись хранит отпечаток предыдущей", "Every entry keeps the digest of the one before it"),
    hints: text(
      "Верните записи из истории git или из архива (data/register-entry.yaml в каждом пакете)",
      "Put the entries back from the history of git or from the archive (data/register-entry.yaml in every bag)",
    ),
  },
  TRC8003: {
    title: text("Два документа заняли одно место в реестре", "Two documents took one place"),
    why: text(
      "Документы изданы одновременно на двух компьютерах или в двух ветках git",
      "They were issued at once on two machines, or on two branches of git",
    ),
    hints: text(
      "Почините реестр одной командой: trc register repair",
      "Repair the register by one command: trc register repair",
    ),
  },
  TRC8004: {
    title: text("Два изданных документа с одним номером", "Two issued documents have one number"),
    why: text("Номер в году один", "A number stands once in a year"),
    hints: text(
      "Почините реестр одной командой: trc register repair; она даст новый номер тому документу, который ещё не подписан",
      "Repair the register by one command: trc register repair; it gives a new number to the document that is not signed yet",
    ),
  },
  TRC8005: {
    title: text("В реестре есть документ, которого нет в комплекте", "The register names a document not in the set"),
    why: text("Изданный документ хранят, даже если он отменён", "An issued document is kept even when it is revoked"),
    hints: text(
      "Верните запись документа из истории git",
      "Put the record of the document back from the history of git",
    ),
  },
  TRC8006: {
    title: text("Файл записи реестра назван или лежит не так", "A file of the register is misnamed or misplaced"),
    why: text(
      "Запись реестра лежит в папке своего года под именем документа",
      "An entry lies in the folder of its year under the name of its document",
    ),
    hints: text("Верните файлу прежнее имя", "Give the file its former name again"),
  },
  TRC8007: {
    severity: "warning",
    title: text("Документ с более ранним номером не внесён в реестр", "An earlier number is not in the register"),
    why: text("Номера вносят подряд", "Numbers are entered one after another"),
    hints: text(
      "Издайте его: trc issue ДОКУМЕНТ; если удалена его запись реестра, верните её из истории git",
      "Issue it: trc issue DOCUMENT; if its entry was removed, put it back from the history of git",
    ),
  },
  TRC8008: {
    title: text("Реестр удалён, урезан или подменён", "The register was deleted, cut or replaced"),
    why: text(
      "Печать последней записи, сохранённая раньше, в реестре не нашлась: последние записи ряда удалены или заменены; сама цепочка этого показать не может",
      "The seal of the last entry, kept earlier, is not in the register: the last entries of the series were removed or replaced; the chain itself cannot show it",
    ),
    hints: [
      text(
        "Верните записи реестра из истории git (git checkout <фиксация> -- content/register), из выпуска (sources/content) или из пакетов архива (data/register-entry.yaml)",
        "Put the entries back from the history of git (git checkout <commit> -- content/register), from the release (sources/content) or from the bags of the archive (data/register-entry.yaml)",
      ),
      text(
        "Документ издан по ошибке? Запись не удаляют, её аннулируют: trc annul ДОКУМЕНТ --by КТО --reason ПОЧЕМУ",
        "Was a document issued by mistake? Its entry is not deleted but annulled: trc annul DOCUMENT --by WHO --reason WHY",
      ),
    ],
  },
  TRC8009: {
    title: text("В файле нет печатей реестра", "The file keeps no seals of a register"),
    why: text(
      "Сверять можно с тем, что хранит печати: пакетом архива, комплектом или выводом trc register list --json",
      "A register is compared with what keeps its seals: a bag of the archive, a bundle, or the output of trc register list --json",
    ),
    hints: text(
      "Нужен register-heads.txt из пакета архива, manifest.json комплекта или то, что сохранено командой trc register list --json",
      "What is needed is register-heads.txt of an archived bag, manifest.json of a bundle, or what trc register list --json has printed",
    ),
  },
  TRC8101: {
    title: text("Слова изданного документа изменены", "Words of an issued document are changed"),
    why: text(
      "Изданный документ подписан и роздан; другой текст под тем же номером был бы подлогом: правку вносят приказом о внесении изменений",
      "An issued document is signed and handed out; another text under the same number would be a forgery: it is changed by an order of amendment",
    ),
    hints: text(
      "Верните прежние слова; изменить изданное можно только новым документом",
      "Put the earlier words back; what is issued can be changed only by a new document",
    ),
  },
  TRC8102: {
    severity: "warning",
    title: text("Строение изданного документа изменено, слова прежние", "The structure of an issued document changed"),
    why: text(
      "Изменился шаблон, профиль оформления или сама программа; подлинник лежит в архиве, печатать нужно с него",
      "The template, the profile or the program has changed; the original lies in the archive and is what is to be printed",
    ),
    hints: text(
      "Сравните новый вид с подлинником; если дело в правке шаблона, верните его",
      "Compare the new look with the original; if the template was edited, put it back",
    ),
  },
  TRC8103: {
    title: text("Реквизиты изданного документа изменены", "Requisites of an issued document are changed"),
    why: text("Номер и дата изданного документа неизменны", "Number and date of an issued document never change"),
    hints: text("Верните прежние значения в записи документа", "Put the earlier values back into the record"),
  },
});
