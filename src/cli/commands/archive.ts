import { type Text, text } from "../../base/diagnostics/index.ts";
import type { CommandSpec, OperandSpec, OptionSpec } from "../command.ts";
import {
  CONTENT,
  calendarYear,
  caseIndex,
  collect,
  dayOption,
  FILE,
  FOLDER,
  JSON_REPORT,
  recordId,
  someText,
  TEMPLATES,
} from "../options.ts";
import type { ArchiveCommands } from "./run-archive.ts";

const DOCUMENT: OperandSpec = {
  name: text("<документ>", "<document>"),
  says: text("документ архива: 91-od-2025", "document of the archive: 91-od-2025"),
};
const ACCEPTED = dayOption("день приёма (по умолчанию сегодня)", "day of accession (today by default)");
const PREPARED: OptionSpec = {
  flag: "--prepared",
  value: text("<лицо>", "<person>"),
  says: text("кто составил: запись из content/people", "who prepared it: a record of content/people"),
  parse: recordId,
};

const ADD = action(
  "add",
  text(
    "принять изданные документы в архив; без имён – все, которых там ещё нет",
    "take issued documents into the archive; without names all that are not there yet",
  ),
  {
    operands: [
      {
        name: text("[документы...]", "[documents...]"),
        says: text("записи или документы: 91-od-2025", "records or documents: 91-od-2025"),
      },
    ],
    options: [
      CONTENT,
      TEMPLATES,
      {
        flag: "--pdf",
        value: FILE,
        says: text(
          "подписанный подлинник, если он не совпадает с собираемым",
          "the signed original, where it is not what the build makes",
        ),
      },
      {
        flag: "--signature",
        value: FILE,
        says: text("отсоединённая подпись (.sig); можно повторять", "detached signature (.sig); may be repeated"),
        parse: collect,
      },
      { flag: "--mirror", value: FOLDER, says: text("сразу обновить вторую копию", "update the second copy at once") },
      ACCEPTED,
    ],
  },
);

const ATTACH = action(
  "attach",
  text(
    "принять подпись, которая пришла после документа: следующая версия его пакета",
    "take a signature that came after the document: the next version of its bag",
  ),
  {
    operands: [
      DOCUMENT,
      {
        name: text("<подписи...>", "<signatures...>"),
        says: text("файлы .sig: DER, PEM или Base64", "files .sig: DER, PEM or Base64"),
      },
    ],
    options: [TEMPLATES, ACCEPTED],
  },
);

const VERIFY = action(
  "verify",
  text("перечитать весь архив и сверить каждый байт", "read the whole archive again and compare every byte"),
  {
    options: [
      {
        flag: "--content",
        value: FOLDER,
        says: text("сверить с реестром этой папки записей", "compare with the register of this folder of records"),
      },
      { flag: "--mirror", value: FOLDER, says: text("проверить и вторую копию", "verify the second copy as well") },
    ],
  },
);

const LIST = action("list", text("перечислить документы архива", "list the documents of the archive"), {});

const FIND = action(
  "find",
  text(
    "найти документы по словам, номеру, дате или индексу дела",
    "find documents by words, number, date or index of the case",
  ),
  {
    operands: [{ name: text("<слова...>", "<words...>"), says: text("что искать", "what to look for") }],
  },
);

const EXPORT = action("export", text("выдать документ контейнером ZIP", "hand out a document as a ZIP container"), {
  operands: [DOCUMENT],
  options: [
    {
      flag: "--out",
      value: FILE,
      says: text("имя файла (по умолчанию ДОКУМЕНТ.zip)", "name of the file (DOCUMENT.zip by default)"),
    },
  ],
});

const INVENTORY = action(
  "inventory",
  text(
    "подготовить опись электронных дел за год или внутреннюю опись дела",
    "prepare the inventory of the electronic cases of a year, or the inner inventory of a case",
  ),
  {
    options: [
      {
        flag: "--year",
        value: text("<год>", "<year>"),
        says: text("год дел", "year of the cases"),
        required: true,
        parse: calendarYear,
      },
      {
        flag: "--case",
        value: text("<индекс>", "<index>"),
        says: text(
          "внутренняя опись этого дела с листом-заверителем",
          "inner inventory of this case with its certifying sheet",
        ),
        parse: caseIndex,
      },
      PREPARED,
      CONTENT,
      TEMPLATES,
      dayOption("дата описи (по умолчанию сегодня)", "date of the inventory (today by default)"),
    ],
  },
);

const DUE = action(
  "due",
  text(
    "что можно выделить к уничтожению; программа ничего не удаляет",
    "what may be selected for destruction; the program deletes nothing",
  ),
  {
    options: [
      dayOption("на какой день (по умолчанию сегодня)", "for which day (today by default)", "--on"),
      {
        flag: "--act",
        says: text("подготовить акт о выделении к уничтожению", "prepare the act of selection for destruction"),
      },
      PREPARED,
      CONTENT,
      TEMPLATES,
    ],
  },
);

const DISPOSE = action(
  "dispose",
  text(
    "записать в книгу, что документы уничтожены по акту; программа ничего не удаляет",
    "enter in the book that documents were destroyed under an act; the program deletes nothing",
  ),
  {
    operands: [
      {
        name: text("<документы...>", "<documents...>"),
        says: text("документы архива: 1-2025-trc", "documents of the archive: 1-2025-trc"),
      },
    ],
    options: [
      {
        flag: "--act",
        value: text("<акт>", "<act>"),
        says: text("утверждённый акт: «Акт от 20.01.2032 № 1»", "name of the approved act"),
        required: true,
        parse: someText,
      },
      dayOption("день записи (по умолчанию сегодня)", "day of the entry (today by default)"),
    ],
  },
);

const MIRROR = action(
  "mirror",
  text(
    "сделать вторую копию такой же; повреждённое восстановить с целой стороны",
    "make the second copy the same; restore what is damaged from the side that is intact",
  ),
  {
    operands: [{ name: FOLDER, says: text("вторая копия", "second copy") }],
    options: [{ flag: "--yes", says: text("восстанавливать без вопроса", "restore without a question") }],
  },
);

/** `trc archive`: keeps issued documents in BagIt bags. */
export const ARCHIVE: CommandSpec = {
  name: "archive",
  says: text(
    "архив изданных документов: принять, проверить, найти, выдать",
    "the archive of issued documents: take in, verify, find, hand out",
  ),
  commands: [ADD, ATTACH, VERIFY, LIST, FIND, EXPORT, INVENTORY, DUE, DISPOSE, MIRROR],
};

function action(name: ArchiveCommands, says: Text, rest: Pick<CommandSpec, "operands" | "options">): CommandSpec {
  const archive: OptionSpec = {
    flag: "--archive",
    value: FOLDER,
    says: text("папка архива", "archive folder"),
    default: "archive",
  };
  return {
    name,
    says,
    ...rest,
    options: [archive, JSON_REPORT, ...(rest.options ?? [])],
    run: async (operands, options, output) =>
      (await import("./run-archive.ts")).ARCHIVE_COMMANDS[name](operands, options, output),
  };
}
