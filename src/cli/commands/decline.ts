import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { JSON_REPORT } from "../options.ts";
import type { DeclineCommandOptions } from "./run-decline.ts";

const CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"];

/** `trc decline`: the cases of a name or a phrase. */
export const DECLINE: CommandSpec<DeclineCommandOptions> = {
  name: "decline",
  says: text(
    "просклонять имя, должность, наименование или слова",
    "decline a name, a position, the name of an organisation, or words",
  ),
  operands: [
    {
      name: text("[текст]", "[text]"),
      says: text("в именительном падеже: «Иванова Мария Петровна»", "Russian words in the nominative case"),
    },
  ],
  options: [
    {
      flag: "--kind",
      value: text("<вид>", "<kind>"),
      says: text("person – лицо, position – должность, organisation – организация, phrase – слова", "what the text is"),
      choices: ["person", "position", "organisation", "phrase"],
    },
    {
      flag: "--gender",
      value: text("<пол>", "<gender>"),
      says: text("пол лица", "gender of the person"),
      choices: ["feminine", "masculine"],
    },
    {
      flag: "--case",
      value: text("<падеж>", "<case>"),
      says: text("напечатать одну форму", "print one form"),
      choices: CASES,
    },
    JSON_REPORT,
    {
      flag: "--batch",
      value: text("[файл]", "[file]"),
      says: text(
        "список TSV с колонками group, lemma, gender, case из файла или со входа (-)",
        "list, TSV with the columns group, lemma, gender, case, from a file or the input (-)",
      ),
    },
  ],
  after: text(
    'Примеры:\n  trc decline "Иванова Мария Петровна"\n  trc decline "заведующая библиотекой" --case dative\n  trc decline --batch список.tsv > формы.tsv',
    "Example:\n  trc decline --batch list.tsv > forms.tsv",
  ),
  run: async (...call) => (await import("./run-decline.ts")).declineCommand(...call),
};
