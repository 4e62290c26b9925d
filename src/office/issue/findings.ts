import { defineFindings, meantOrKnown, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";

/** What a message says of a document in a series. */
type Numbered = { readonly number?: string; readonly date: string };

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8110: {
    title: text("Нет документа, который нужно издать", "The document to issue is not found"),
    why: text("Издают записанный документ, по одному за раз", "A recorded document is issued, one at a time"),
    message: (name: string, several: boolean, _ids: readonly string[]) =>
      several
        ? text(`«${name}» – это несколько документов`, `“${name}” is several documents`)
        : text(`Нет документа «${name}»`, `There is no document “${name}”`),
    hints: (_name: string, _several: boolean, ids: readonly string[]) =>
      text(`Назовите один: ${ids.join(", ")}`, `Name one: ${ids.join(", ")}`),
    example: { wrong: "trc issue order-general", right: "trc issue order-general.119-od-2025" },
  },
  TRC8111: {
    title: text("Документ уже издан", "The document is issued already"),
    why: text("Второй раз документ не издают", "A document is not issued twice"),
    message: (title: string, registered: string) =>
      text(
        `Документ «${title}» уже издан ${numericDate(registered)}`,
        `The document “${title}” was issued on ${registered}`,
      ),
    example: { wrong: "trc issue order-general.119-od-2025", right: "trc new order-amendment --of 119-od-2025" },
  },
  TRC8112: {
    title: text("Номер занят или не подходит", "The number is taken or does not suit"),
    why: text("Номер один в году и имеет индекс вида", "A number is one in a year and bears the index of its kind"),
    hints: (_number: string, blank: string) =>
      text(
        `Оставьте вместо числа пропуск: number: "${blank}" – и trc issue даст следующий номер`,
        `Leave a blank in place of the figure, number: "${blank}", and trc issue gives the next number`,
      ),
    message: (number: string, _blank: string) => text(`Номер ${number} уже занят`, `The number ${number} is taken`),
    example: { wrong: 'number: "91-ОД"   # занят', right: 'number: "__-ОД"' },
  },
  TRC8113: {
    title: text("Номер и дата не в порядке", "The number and the date are out of order"),
    why: text(
      "Номера внутри года растут вместе с датами; иначе документ выглядит изданным задним числом",
      "Within a year numbers grow with the dates; otherwise the document looks dated back",
    ),
    hints: text(
      "Проверьте дату и номер; дату можно поставить при издании: trc issue … --date ГГГГ-ММ-ДД",
      "Check the date and the number; the date can be set when issuing: trc issue … --date YYYY-MM-DD",
    ),
    message: (own: Numbered, issued: Numbered) =>
      text(
        `№ ${own.number} от ${numericDate(own.date)} не встаёт в ряд: уже издан № ${issued.number} от ${numericDate(issued.date)}`,
        `No. ${own.number} of ${own.date} does not fit in its series: no. ${issued.number} of ${issued.date} is issued already`,
      ),
  },
  TRC8114: {
    title: text("Номер не разобрать", "The number cannot be read"),
    why: text("Номер начинается с цифр", "A number begins with digits"),
    hints: text(
      'Пишите число и индекс: "92-ОД", литерный – "92а-ОД", с индексом дела – "01-05/92"; пропуск вместо числа – "__-ОД"',
      'Write the number and its index: "92-ОД", with a letter "92а-ОД", with the case "01-05/92"; a blank in place of the figure is "__-ОД"',
    ),
    example: { wrong: 'number: "б/н"', right: 'number: "12-ОД"' },
    message: (number: string) =>
      text(
        `Номер «${number}» не разобрать: он должен начинаться с порядкового номера`,
        `The number “${number}” cannot be read: it has to begin with the ordinal number`,
      ),
    norm: "ГОСТ Р 7.0.97, реквизит 11",
  },
  TRC8115: {
    severity: "warning",
    title: text("Литерный номер", "A lettered number"),
    why: text(
      "Литерный номер – исключение, которое объясняют в журнале",
      "A number with a letter is an exception, which the register explains",
    ),
    hints: text(
      "Журнал перечислит его в заверительной записи; без нужды литерных номеров не давайте",
      "The register will name it in its certifying note; give no such numbers without need",
    ),
    example: { wrong: 'number: "12а-ОД"', right: 'number: "13-ОД"' },
    message: (number: string) =>
      text(
        `Номер ${number} – литерный: так выглядят документы, вставленные задним числом`,
        `The number ${number} has a letter: so documents look that were put in later`,
      ),
  },
  TRC8116: {
    title: text(
      "Дата издания в будущем или позже регистрации",
      "The date of issue is in the future or after the registration",
    ),
    why: text(
      "Документ регистрируют в день подписания или утверждения",
      "A document is registered on the day it is signed or approved",
    ),
    hints: text("Дождитесь этого дня или исправьте дату", "Wait for that day or correct the date"),
    message: (date: string, registered: string, than: "registration" | "clock" | "annulment") =>
      than === "annulment"
        ? text(
            `Аннулировать раньше регистрации нельзя: документ внесён в реестр ${numericDate(registered)}, а день аннулирования – ${numericDate(date)}`,
            `Nothing is annulled before it is registered: the document was entered on ${registered}, the day of the annulment is ${date}`,
          )
        : than === "clock"
          ? text(
              `День регистрации ${numericDate(date)} ещё не наступил: сегодня ${numericDate(registered)}`,
              `The day of registration, ${date}, is still to come: today is ${registered}`,
            )
          : text(
              `Дата документа ${numericDate(date)} позже дня регистрации ${numericDate(registered)}`,
              `The date of the document, ${date}, is later than the day of registration, ${registered}`,
            ),
  },
  TRC8117: {
    title: text("Документ ссылается на приказ без номера", "The document refers to an order without a number"),
    why: text("Сначала издают основание", "The ground is issued first"),
    message: (draft: string) =>
      text(
        `Документ ссылается на «${draft}», а у того ещё нет номера`,
        `The document refers to “${draft}”, which has no number yet`,
      ),
    hints: (draft: string) =>
      text(`Сначала издайте тот документ: trc issue ${draft}`, `Issue that one first: trc issue ${draft}`),
    example: {
      wrong: "trc issue order-revocation.127-od-2025",
      right: "trc issue order-general.119-od-2025\ntrc issue order-revocation.127-od-2025",
    },
  },
  TRC8118: {
    title: text("Индекса дела нет в номенклатуре", "The case index is not in the nomenclature"),
    why: text("Документ подшивают в дело из номенклатуры", "A document is filed under a case of the nomenclature"),
    hints: text(
      "Исправьте индекс дела в записи или внесите дело в номенклатуру",
      "Correct the case in the record or enter the case in the nomenclature",
    ),
    example: { wrong: 'caseIndex: "99-99"', right: 'caseIndex: "01-05"' },
    message: (index: string | undefined, year: number | undefined) =>
      text(
        `Дела с индексом ${index} нет в номенклатуре на ${year} год`,
        `The nomenclature of ${year} has no case ${index}`,
      ),
  },
  TRC8119: {
    title: text("Номер или дата записи не там, где их можно заполнить", "The number or date cannot be filled in"),
    why: text(
      "Номер и дату программа вписывает в запись; их строки должны быть в ней",
      "The program writes number and date into the record; their lines must be there",
    ),
    message: (record: string, key: "number" | "date") =>
      text(
        `У документа «${record}» нет своего свойства ${key}: вписать значение ${key === "number" ? "номера" : "даты"} некуда`,
        `The document “${record}” has no property ${key} of its own: there is no place for the ${key}`,
      ),
    hints: (_record: string, key: "number" | "date") =>
      key === "number"
        ? text(
            'Добавьте в запись строку number: "__-ОД" (пропуск вместо числа) или издавайте без --number',
            'Add the line number: "__-ОД" to the record (a blank in place of the figure), or issue without --number',
          )
        : text(
            "Дата этого документа берётся из другой записи; издавайте без --date",
            "The date of this document comes from another record; issue without --date",
          ),
    example: { wrong: "kind: order-general", right: 'kind: order-general\nnumber: "__-ОД"' },
  },
  TRC8124: {
    title: text("Аннулировать нечего", "There is nothing to annul"),
    why: text(
      "Аннулируют регистрацию изданного документа, по одной за раз",
      "The registration of an issued document is annulled, one at a time",
    ),
    message: (name: string, _known: readonly string[]) =>
      text(
        `Действующей регистрации «${name}» в реестре нет, или документов с таким именем несколько`,
        `The register has no registration “${name}” that holds, or several documents have that name`,
      ),
    hints: (name: string, known: readonly string[]) => meantOrKnown(name, known),
    example: { wrong: "trc annul 91", right: "trc annul order-general.91-od-2025" },
  },
  TRC8125: {
    title: text("Аннулирует неизвестное лицо", "Nobody knows who annuls it"),
    why: text(
      "В реестре остаётся, кто аннулировал регистрацию: это запись папки people",
      "The register keeps who annulled a registration: a record of the folder people",
    ),
    message: (name: string, _known: readonly string[]) =>
      text(`Ключ --by: записи «${name}» в папке people нет`, `Option --by: the folder people has no record “${name}”`),
    hints: (name: string, known: readonly string[]) => meantOrKnown(name, known),
    example: { wrong: "trc annul 91-od-2025 --by Ремчук", right: "trc annul 91-od-2025 --by remchuk-pi" },
  },
  TRC8126: {
    title: text("Документ одной строки отдельно не издают", "The document of one row is not issued by itself"),
    why: text(
      "Запись одна, и слова её документов замораживают вместе: сертификаты участников, уведомления, согласия",
      "The record is one, and the words of its documents are frozen together: certificates, notices, consents",
    ),
    message: (name: string, _whole: string) =>
      text(`«${name}» – документ одной строки записи`, `“${name}” is the document of one row of a record`),
    hints: (_name: string, whole: string) =>
      text(`Издайте все сразу: trc issue ${whole}`, `Issue all of them: trc issue ${whole}`),
    example: { wrong: "trc issue certificate.seminar.1", right: "trc issue certificate.seminar" },
  },
  TRC8121: {
    title: text("Документа, названного в --keep, нет в реестре", "The document of --keep is not in the register"),
    why: text(
      "После --keep пишут документ реестра или его запись: номер чужого документа сохранять не в чем",
      "--keep takes a document of the register or its record: there is no number of any other to keep",
    ),
    example: { wrong: "trc register repair --keep 91", right: "trc register repair --keep 91-od-2025" },
    message: (name: string, _known: readonly string[]) =>
      text(`Ключ --keep: документа «${name}» нет в реестре`, `Option --keep: the register has no document “${name}”`),
    hints: (name: string, known: readonly string[]) => meantOrKnown(name, known),
  },
  TRC8122: {
    title: text(
      "Документ содержит вписанное программой и не проверенное",
      "The document has what the program wrote and nobody confirmed",
    ),
    why: text(
      "Слова изданного документа не изменить, а эти ещё никто не проверил",
      "The words of an issued document cannot be changed, and nobody has looked at these",
    ),
    message: (names: string) =>
      text(`Вписано программой и не проверено: ${names}`, `Written by the program and not confirmed: ${names}`),
    hints: text(
      "Проверьте эти свойства записи, исправьте, что не так, удалите строку unconfirmed и издавайте",
      "Look at these properties of the record, correct what is wrong, delete the line unconfirmed and issue it",
    ),
    example: { wrong: "unconfirmed: [responsibilities]", right: "kind: order-responsible" },
  },
  TRC8120: {
    title: text("Реестр нужно починить по решению человека", "The register needs a human decision"),
    why: text("Программа не чинит реестр сама", "The program does not repair the register by itself"),
    hints: text(
      "Решите, что названо в самом замечании, и повторите trc register repair",
      "Decide what the finding names, and repeat trc register repair",
    ),
  },
});
