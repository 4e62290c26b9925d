import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";

/** What keeps a document or a signature from being taken into the archive. */
export const ACCESSION_FINDINGS = defineFindings({
  TRC8301: {
    title: text("Документ уже лежит в архиве", "The document is in the archive already"),
    why: text(
      "Подлинник кладут в архив один раз; исправленный – это другой документ",
      "An original is put into the archive once; a corrected one is another document",
    ),
    message: (name: string, archive: string, _signatures: readonly string[]) =>
      text(
        `Документ «${name}» уже лежит в архиве «${archive}»`,
        `The document “${name}” is in the archive “${archive}” already`,
      ),
    hints: (name: string, _archive: string, signatures: readonly string[]) => {
      const files = signatures.join(" ");
      return [
        text(
          `Пакет в архиве не меняют; посмотреть его: trc archive find ${name}`,
          `A bag of the archive is never changed; to see it: trc archive find ${name}`,
        ),
        text(
          `Подпись, которая пришла позже, принимают так: trc archive attach ${name} ${files || "ФАЙЛ.sig"}`,
          `A signature that came later is taken in by: trc archive attach ${name} ${files || "FILE.sig"}`,
        ),
      ];
    },
    example: {
      wrong: "trc archive add order-general.119-od-2025 --signature поздняя.sig",
      right: "trc archive attach order-general.119-od-2025 поздняя.sig",
    },
  },
  TRC8302: {
    title: text("Документ не издан, в архив его не принимают", "The document is not issued"),
    why: text(
      "В архив принимают изданные документы: сначала trc issue",
      "The archive takes issued ones: first trc issue",
    ),
    message: (name: string) =>
      text(
        `Документ «${name}» не издан: в архив принимают только изданные`,
        `The document “${name}” is not issued: only issued documents are taken into the archive`,
      ),
    hints: (name: string) => text(`Издайте его: trc issue ${name}`, `Issue it: trc issue ${name}`),
    example: {
      wrong: "trc archive add order-general.119-od-2025",
      right: "trc issue order-general.119-od-2025\ntrc archive add order-general.119-od-2025",
    },
  },
  TRC8303: {
    title: text("Подпись не от этого документа", "The signature is of another document"),
    why: text("Отпечаток в подписи не равен отпечатку файла", "The digest in the signature is not that of the file"),
    hints: text(
      "Возьмите подпись именно этого файла; если подписывали другой PDF, укажите его: --pdf ФАЙЛ",
      "Take the signature of this very file; if another PDF was signed, name it: --pdf FILE",
    ),
  },
  TRC8304: {
    title: text("Файл подписи не читается", "The file of the signature cannot be read"),
    why: text("Подпись хранится в отдельном файле .sig (CMS)", "A signature is kept in a file of its own, .sig (CMS)"),
    message: (file: string, reason: Text) =>
      text(`Файл «${file}» – не подпись: ${reason.ru}`, `The file “${file}” is no signature: ${reason.en}`),
    hints: text(
      "Нужна отсоединённая подпись CMS (.sig) в DER, PEM или Base64",
      "A detached CMS signature (.sig) is needed: DER, PEM or Base64",
    ),
  },
  TRC8305: {
    severity: "warning",
    title: text("Подлинник не совпадает с тем, что собирается сейчас", "The original differs from what is built now"),
    why: text(
      "Подлинником станет указанный файл: подписан именно он; расхождение – след правки записей или шаблонов",
      "The file named becomes the original: it is the one that was signed; the difference is the trace of an edit of records or templates",
    ),
    message: (pdf: string, title: string) =>
      text(
        `Файл ${pdf} не совпадает с тем, что собирается сейчас («${title}»)`,
        `The file ${pdf} is not what is built now (“${title}”)`,
      ),
    hints: text(
      "Если это не тот файл, возьмите PDF из папки вывода или из подписанного комплекта",
      "If it is the wrong file, take the PDF from the output folder or from the signed bundle",
    ),
  },
  TRC8306: {
    severity: "warning",
    title: text("Подпись принята, но не проверена", "The signature is taken but not checked"),
    why: text(
      "Для проверки алгоритма нужна другая программа; подпись сохранена как есть",
      "Another program is needed to check the algorithm; the signature is kept as it is",
    ),
    hints: text(
      "Документ принят; в паспорте записано, что именно не проверено",
      "The document is taken in; its passport says what was not verified",
    ),
  },
  TRC8345: {
    title: text("Контейнер документа неверен", "The container of a document is wrong"),
    why: text(
      "Контейнер принимают только таким, каким его отправили: все файлы в корне, checksums.txt сходится, паспорт и запись реестра говорят об одном документе",
      "A container is taken in only as it was sent: all files in its root, checksums.txt fits, passport and entry of the register speak of one document",
    ),
    message: (file: string, what: Text) =>
      text(`Контейнер ${file} не принят: ${what.ru}`, `The container ${file} was not taken in: ${what.en}`),
    hints: text(
      "Попросите у отправителя контейнер заново (trc archive export); бумагу без контейнера заводят карточкой: trc new incoming",
      "Ask the sender for the container anew (trc archive export); a paper without one gets a card: trc new incoming",
    ),
    example: { wrong: "document.pdf изменён после checksums.txt", right: "sha256sum -c checksums.txt: всё OK" },
  },
  TRC8342: {
    title: text("Файл – не машиночитаемая доверенность", "The file is no machine-readable power of attorney"),
    why: text(
      "Читаются доверенности в форматах налоговой службы: 002 и единый 003 (EMCHD_1)",
      "Powers of attorney in the formats of the tax service are read: 002 and the unified 003 (EMCHD_1)",
    ),
    message: (path: string, why: Text) => text(`Файл «${path}»: ${why.ru}`, `The file “${path}”: ${why.en}`),
    hints: text(
      "Возьмите файл XML доверенности, каким его отправляли в реестр, не печатную форму",
      "Take the XML file of the power as it was sent to the register, not its printed form",
    ),
    example: { wrong: "--power doverennost.pdf", right: "--power ON_EMCHD_20250901_….xml" },
  },
  TRC8343: {
    severity: "warning",
    title: text("Доверенность расходится с подписью", "A power of attorney differs from the signature"),
    why: text(
      "Работник подписывает за организацию по доверенности: чья она, кому и по какой день, видно из неё самой",
      "A worker signs for an organisation by a power: whose it is, to whom and until when it says itself",
    ),
    message: (number: string, doubt: Text) =>
      text(`Доверенность ${number}: ${doubt.ru}`, `The power of attorney ${number}: ${doubt.en}`),
    hints: text(
      "Приложите доверенность подписавшего; документ и доверенность приняты, в протоколе проверки сказано, что не так и что не проверено",
      "Attach the power of the one who signed; document and power are taken, the protocol of verification says what differs and what was not checked",
    ),
    example: { wrong: "подписал Иванов, доверенность – Петрову", right: "подписал Петров, доверенность – Петрову" },
  },
  TRC8307: {
    title: text("Файлы одного документа указаны для нескольких", "Files of one document are named for several"),
    why: text(
      "Файлы подлинника указывают для одного документа за раз",
      "Its files are named for one document at a time",
    ),
    message: text(
      "Ключи --pdf и --signature относятся к одному документу: не сказано, к какому",
      "The options --pdf and --signature are for one document, and it is not said which",
    ),
    hints: text(
      "Назовите один документ: trc archive add ДОКУМЕНТ --signature ФАЙЛ",
      "Name one document: trc archive add DOCUMENT --signature FILE",
    ),
  },
  TRC8308: {
    title: text("Файл подлинника не читается", "The file of the original cannot be read"),
    why: text("Подлинник берут из файла, названного ключом --pdf", "The original is the file that --pdf names"),
    message: (pdf: string) =>
      text(`Файл подлинника «${pdf}» не читается`, `The file of the original “${pdf}” cannot be read`),
    hints: text("Проверьте имя файла и права на него", "Check the name of the file and the rights to it"),
  },
  TRC8309: {
    title: text("Нет слов архива в папке шаблонов", "The templates folder has no words for the archive"),
    why: text(
      "Слова паспорта, описи и памятки стоят в templates/archive/wording.yaml, а не в программе",
      "The words of the passport, the inventory and the notes stand in templates/archive/wording.yaml, not in the program",
    ),
    hints: text(
      "Создайте archive/wording.yaml в папке шаблонов по образцу из поставки trc",
      "Create archive/wording.yaml in the templates folder after the one that comes with trc",
    ),
  },
  TRC8322: {
    title: text("Такая подпись уже принята", "The signature is taken in already"),
    why: text(
      "Одну и ту же подпись хранят один раз: такой же файл уже лежит в пакете или назван дважды",
      "A signature is kept once: the same file is already in the bag, or is named twice",
    ),
    message: (path: string) =>
      text(
        `Подпись ${path} уже принята: такой же файл лежит в пакете или назван дважды`,
        `The signature ${path} is taken in already: the same file is in the bag or is named twice`,
      ),
    hints: text("Уберите её из команды", "Leave it out of the command"),
  },
  TRC8329: {
    title: text("Подлинник – не PDF", "The original is no PDF"),
    why: text(
      "В архиве документ хранят в PDF: файл начинается с %PDF- и кончается на %%EOF, что бы ни говорило его имя",
      "The archive keeps a document as PDF: a file that begins with %PDF- and ends with %%EOF, whatever its name says",
    ),
    message: (pdf: string) =>
      text(`Файл подлинника «${pdf}» – не PDF или обрезан`, `The original “${pdf}” is no PDF, or is cut short`),
    hints: text(
      "Назовите тот PDF, который подписали; без ключа --pdf в архив идёт собранный",
      "Name the PDF that was signed; without --pdf the archive takes the one that is built",
    ),
    example: {
      wrong: "trc archive add 91-od-2025 --pdf 91-od.docx",
      right: "trc archive add 91-od-2025 --pdf 91-od.pdf",
    },
  },
});
