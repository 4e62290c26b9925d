import type { Command } from "commander";
import { addCommand, type CommandContext, type RegisterCommand } from "../command.ts";
import { calendarYear, caseIndex, collect, isoDate, recordId, someText } from "../options.ts";
import type { ArchiveCommands } from "./run-archive.ts";

export const registerArchive: RegisterCommand = (program, context) => {
  const archive = addCommand(program, "archive", "архив изданных документов: принять, проверить, найти, выдать");
  const declare = declareIn(archive, context);
  declare("add", "принять изданные документы в архив; без имён – все, которых там ещё нет", (command) =>
    command
      .argument("[документы...]", "записи или документы: 91-od-2025")
      .option("--content <папка>", "папка записей", "content")
      .option("--templates <папка>", "папка видов документов")
      .option("--pdf <файл>", "подписанный подлинник, если он не совпадает с собираемым")
      .option("--signature <файл>", "отсоединённая подпись (.sig); можно повторять", collect)
      .option("--mirror <папка>", "сразу обновить вторую копию")
      .option("--date <дата>", "день приёма, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate),
  );
  declare("attach", "принять подпись, которая пришла после документа: следующая версия его пакета", (command) =>
    command
      .argument("<документ>", "документ архива: 91-od-2025")
      .argument("<подписи...>", "файлы .sig: DER, PEM или Base64")
      .option("--templates <папка>", "папка видов документов")
      .option("--date <дата>", "день приёма, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate),
  );
  declare("verify", "перечитать весь архив и сверить каждый байт", (command) =>
    command
      .option("--content <папка>", "сверить с реестром этой папки записей")
      .option("--mirror <папка>", "проверить и вторую копию"),
  );
  declare("list", "перечислить документы архива", (command) => command);
  declare("find", "найти документы по словам, номеру, дате или индексу дела", (command) =>
    command.argument("<слова...>", "что искать"),
  );
  declare("export", "выдать документ контейнером ZIP", (command) =>
    command.argument("<документ>", "документ архива").option("--out <файл>", "имя файла (по умолчанию ДОКУМЕНТ.zip)"),
  );
  declare("inventory", "подготовить опись электронных дел за год или внутреннюю опись дела", (command) =>
    command
      .requiredOption("--year <год>", "год дел", calendarYear)
      .option("--case <индекс>", "внутренняя опись этого дела с листом-заверителем", caseIndex)
      .option("--prepared <лицо>", "кто составил: запись из content/people", recordId)
      .option("--content <папка>", "папка записей", "content")
      .option("--templates <папка>", "папка видов документов")
      .option("--date <дата>", "дата описи, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate),
  );
  declare("due", "что можно выделить к уничтожению; программа ничего не удаляет", (command) =>
    command
      .option("--on <дата>", "на какой день, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate)
      .option("--act", "подготовить акт о выделении к уничтожению")
      .option("--prepared <лицо>", "кто составил акт: запись из content/people", recordId)
      .option("--content <папка>", "папка записей", "content")
      .option("--templates <папка>", "папка видов документов"),
  );
  declare("dispose", "записать в книгу, что документы уничтожены по акту; программа ничего не удаляет", (command) =>
    command
      .argument("<документы...>", "документы архива: 1-2025-trc")
      .requiredOption("--act <акт>", "утверждённый акт: «Акт от 20.01.2032 № 1»", someText)
      .option("--date <дата>", "день записи, ГГГГ-ММ-ДД (по умолчанию сегодня)", isoDate),
  );
  declare("mirror", "сделать вторую копию такой же; повреждённое восстановить с целой стороны", (command) =>
    command.argument("<папка>", "вторая копия").option("--yes", "восстанавливать без вопроса"),
  );
};

function declareIn(archive: Command, { streams, finish }: CommandContext) {
  return (name: keyof ArchiveCommands, summary: string, shape: (command: Command) => Command): void => {
    const command = shape(
      addCommand(archive, name, summary)
        .option("--archive <папка>", "папка архива", "archive")
        .option("--json", "итог в виде JSON"),
    );
    command.action(async (...args: unknown[]) => {
      const { ARCHIVE_COMMANDS } = await import("./run-archive.ts");
      // Operands come first, the options and the command itself last.
      const names = args.slice(0, -2).flatMap((operand) => operand as string | string[]);
      finish(await ARCHIVE_COMMANDS[name](names, command.opts(), streams));
    });
  };
}
