import { Option } from "commander";
import { addCommand, type RegisterCommand } from "../command.ts";
import type { DeclineCommandOptions } from "./run-decline.ts";

const CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"];

export const registerDecline: RegisterCommand = (program, { streams, finish }) => {
  addCommand(program, "decline", "просклонять имя, должность, наименование или слова")
    .argument("[текст]", "в именительном падеже: «Иванова Мария Петровна»")
    .addOption(
      new Option(
        "--kind <вид>",
        "person – лицо, position – должность, organisation – организация, phrase – слова",
      ).choices(["person", "position", "organisation", "phrase"]),
    )
    .addOption(new Option("--gender <пол>", "пол лица").choices(["feminine", "masculine"]))
    .addOption(new Option("--case <падеж>", "напечатать одну форму").choices(CASES))
    .option("--json", "ответ для программ")
    .option("--batch [файл]", "список TSV с колонками group, lemma, gender, case из файла или со входа (-)")
    .addHelpText(
      "after",
      '\nПримеры:\n  trc decline "Иванова Мария Петровна"\n  trc decline "заведующая библиотекой" --case dative\n  trc decline --batch список.tsv > формы.tsv',
    )
    .action(async (text: string | undefined, options: DeclineCommandOptions) => {
      const { declineCommand } = await import("./run-decline.ts");
      finish(await declineCommand(text, options, streams));
    });
};
