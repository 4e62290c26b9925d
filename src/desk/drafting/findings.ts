import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC9001: {
    title: text("Нет вида записи, который назван в trc new", "There is no such kind of record in trc new"),
    why: text(
      "Список видов печатает команда trc new без имени вида",
      "The list of kinds is printed by trc new without a name",
    ),
    example: { wrong: "trc new ordr-general", right: "trc new order-general" },
  },
  TRC9002: {
    title: text("Нет записи, которая названа в --of или --like", "The record named in --of or --like is not there"),
    why: text("После --of и --like пишут имя записи", "After --of and --like stands the name of a record"),
    example: { wrong: "trc new order-revocation --of 119-od", right: "trc new order-revocation --of 119-od-2025" },
  },
  TRC9003: {
    title: text(
      "Запись этого вида не может ссылаться на названную в --of",
      "A record of this kind cannot refer to that one",
    ),
    why: text("У видов записей свои ссылки", "Each kind of record has its own references"),
    hints: [
      text("Назовите запись другой папки или уберите ключ --of", "Name a record of another folder, or leave --of out"),
    ],
  },
  TRC9004: {
    title: text("Файл или папка уже есть", "The file or folder exists already"),
    why: text("Программа не затирает чужих файлов", "The program does not write over what is there"),
    hints: text(
      "Назовите другую папку или дайте записи другое имя: --id ИМЯ",
      "Name another folder, or give the record another name: --id NAME",
    ),
  },
  TRC9005: {
    title: text("Имя не подходит для файла записи", "The name does not suit a record file"),
    why: text("Строчные латинские буквы, цифры и дефис", "Lower-case Latin letters, digits and hyphens"),
    example: { wrong: "trc new person Иванова", right: "trc new person ivanova-mp" },
  },
  TRC9006: {
    title: text("Не понять род наименования или пол лица", "The gender is not clear"),
    why: text(
      "Пол видно по отчеству, род – по первому слову наименования; от них зависят падежи и слова «именуемый», «действующей»",
      "The gender of a person shows in the patronymic, that of an organisation in the first word of its name; the case forms and words such as «именуемый», «действующей» depend on it",
    ),
    example: {
      wrong: "head: {name: Цой Женя, title: директор}",
      right: "head: {name: Цой Женя, title: директор, gender: feminine}",
    },
  },
  TRC9008: {
    title: text("Исполняющий обязанности назван должностью", "An acting head is named by a position"),
    why: text(
      "Исполняющий обязанности действует на основании приказа, а не устава, и подписывает иначе: программе нужны номер и дата приказа",
      "An acting head acts on the ground of an order, not of the charter, and signs otherwise: the program needs the number and date of the order",
    ),
    example: {
      wrong: "head: {name: Ветрова Анна Сергеевна, title: исполняющая обязанности директора}",
      right:
        'head: {name: Ветрова Анна Сергеевна, title: директор, acting: {orderNumber: "12-к", orderDate: 2025-08-20}}',
    },
    message: (where: string, title: string) =>
      text(
        `${where}: «${title}» – исполняет обязанности, а приказ не назван`,
        `${where}: "${title}" is acting, and the order is not named`,
      ),
    hints: text(
      "Напишите должность, обязанности по которой исполняются, и приказ: title: директор, acting: {orderNumber: …, orderDate: …}",
      "Write the position that is acted for, and the order: title: директор, acting: {orderNumber: …, orderDate: …}",
    ),
  },
  TRC9007: {
    title: text("Нет свойства, которое названо в --set", "There is no such property as --set names"),
    why: text(
      "После --set пишут свойство из схемы вида; внутрь ведёт точка, в список – номер с нуля",
      "--set takes a property of the kind's schema; a dot leads into it, a number from zero into a list",
    ),
    hints: text(
      "Какие у вида свойства, видно в готовой записи этого вида; все названы в docs/records.ru.md",
      "A record of the kind shows its properties; all are named in docs/records.ru.md",
    ),
    example: {
      wrong: "trc new order-general --set sbject=О семинаре",
      right: "trc new order-general --set subject=О семинаре",
    },
  },
  TRC9009: {
    title: text("Учебный год назван непонятно", "The school year is not clear"),
    why: text(
      "Учебный год называют двумя годами подряд: первый – тот, в сентябре которого он начинается",
      "A school year is named by two years in a row: the first is that of its September",
    ),
    example: { wrong: "trc year 2027", right: "trc year 2027/2028" },
    message: (year: string) => text(`«${year}» – не учебный год`, `"${year}" is no school year`),
    hints: text("Напишите так: trc year 2027/2028", "Write: trc year 2027/2028"),
  },
  TRC9010: {
    title: text("Нет прежнего учебного года", "There is no school year before it"),
    why: text(
      "Новый учебный год начинают с записей последнего прежнего: его плана, приказов, договоров",
      "A school year is begun from the records of the last one: its plan, orders, agreements",
    ),
    message: (year: string) =>
      text(
        `Плана раньше ${year} учебного года в папке plans нет`,
        `The folder plans has no plan before the school year ${year}`,
      ),
    hints: text(
      "Начните первый план: trc new work-plan; новый центр: trc init",
      "Begin the first plan: trc new work-plan; a new centre: trc init",
    ),
  },
  TRC9011: {
    title: text("Учебный год уже начат", "The school year has begun already"),
    why: text(
      "Второй раз год не начинают: записи, которые уже есть, программа не затирает",
      "A year is not begun twice: the program does not write over records that are there",
    ),
    message: (year: string, file: string, completed: boolean) =>
      completed
        ? text(
            `Прерванный запуск закончен: ${year} учебный год начат, план – ${file}`,
            `The cut run is finished: the school year ${year} has begun, its plan is ${file}`,
          )
        : text(`План ${year} учебного года уже есть: ${file}`, `There is a plan of the school year ${year}: ${file}`),
    hints: text(
      "Чего не хватает, покажет trc status; отменить начатый год: trc year --undo ГОД",
      "trc status shows what is lacking; to take the beginning back: trc year --undo YEAR",
    ),
  },
  TRC9012: {
    title: text("Отменять нечего", "There is nothing to take back"),
    why: text(
      "Записи, с которых начат год, узнают по строке «# trc year» в начале файла; таких не осталось",
      "The records of a year that was begun have a line “# trc year” at the top; none is left",
    ),
    message: (year: string) =>
      text(
        `Записей, с которых начат ${year} учебный год, нет`,
        `There are no records that the school year ${year} was begun with`,
      ),
    hints: text("Начатые годы видны в папке plans", "The folder plans shows the years that have begun"),
  },
  TRC9013: {
    title: text("Запись изменена и оставлена", "The record was changed and stays"),
    why: text(
      "Отмена убирает только то, что сделала программа и никто не менял",
      "Only what the program made and nobody has changed is taken back",
    ),
    message: (file: string) =>
      text(
        `Файл ${file} изменён после создания и оставлен`,
        `The file ${file} was changed since it was made, and stays`,
      ),
    hints: text("Если он не нужен, удалите его сами", "If it is not needed, delete it yourself"),
    severity: "warning",
  },
  TRC9014: {
    title: text("Документы года уже изданы", "Documents of the year are issued"),
    why: text(
      "Изданный документ стоит в реестре, и его слова опираются на записи года: их не убрать",
      "An issued document is in the register, and its words rest on the records of the year: they cannot be removed",
    ),
    message: (year: string, files: readonly string[]) =>
      text(
        `Начало ${year} учебного года не отменить, изданы: ${files.join(", ")}`,
        `The beginning of the school year ${year} cannot be taken back, issued are: ${files.join(", ")}`,
      ),
    hints: text("Лишние записи удалите по одной", "Delete what is not needed one by one"),
  },
});
