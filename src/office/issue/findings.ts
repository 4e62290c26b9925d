import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC8110: {
    title: text("Нет документа, который нужно издать", "The document to issue is not found"),
    why: text("Издают записанный документ, по одному за раз", "A recorded document is issued, one at a time"),
  },
  TRC8111: {
    title: text("Документ уже издан", "The document is issued already"),
    why: text("Второй раз документ не издают", "A document is not issued twice"),
  },
  TRC8112: {
    title: text("Номер занят или не подходит", "The number is taken or does not suit"),
    why: text("Номер один в году и имеет индекс вида", "A number is one in a year and bears the index of its kind"),
    hints: text(
      'Оставьте вместо числа пропуск ("__-ОД"), и trc issue даст следующий номер',
      'Leave a blank in place of the figure ("__-ОД"), and trc issue gives the next number',
    ),
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
  },
  TRC8114: {
    title: text("Номер не разобрать", "The number cannot be read"),
    why: text("Номер начинается с цифр", "A number begins with digits"),
    hints: text(
      'Пишите число и индекс: "92-ОД", литерный – "92а-ОД", с индексом дела – "01-05/92"; пропуск вместо числа – "__-ОД"',
      'Write the number and its index: "92-ОД", with a letter "92а-ОД", with the case "01-05/92"; a blank in place of the figure is "__-ОД"',
    ),
    example: { wrong: 'number: "б/н"', right: 'number: "12-ОД"' },
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
    hints: text("Дождитесь этого дня или исправьте дату", "Wait for that day or mend the date"),
  },
  TRC8117: {
    title: text("Документ ссылается на приказ без номера", "The document refers to an order without a number"),
    why: text("Сначала издают основание", "The ground is issued first"),
  },
  TRC8118: {
    title: text("Индекса дела нет в номенклатуре", "The case index is not in the nomenclature"),
    why: text("Документ подшивают в дело из номенклатуры", "A document is filed under a case of the nomenclature"),
    hints: text(
      "Исправьте индекс дела в записи или внесите дело в номенклатуру",
      "Mend the case in the record or enter the case in the nomenclature",
    ),
    example: { wrong: 'caseIndex: "99-99"', right: 'caseIndex: "01-05"' },
  },
  TRC8119: {
    title: text("Номер или дата записи не там, где их можно заполнить", "The number or date cannot be filled in"),
    why: text(
      "Номер и дату программа вписывает в запись; их строки должны быть в ней",
      "The program writes number and date into the record; their lines must be there",
    ),
  },
  TRC8120: {
    title: text("Реестр нужно починить по решению человека", "The register needs a human decision"),
    why: text("Программа не чинит реестр сама", "The program does not mend the register by itself"),
  },
});
