import { type Command, Help } from "commander";

const TITLES: { readonly [title: string]: string } = {
  "Usage:": "Вызов:",
  "Arguments:": "Аргументы:",
  "Options:": "Ключи:",
  "Commands:": "Команды:",
};
const plain = new Help();

/** Help in Russian: the titles of its parts and the words for options and commands. */
export const RUSSIAN_HELP: Partial<Help> = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command: Command) => russian(plain.commandUsage(command)),
  subcommandTerm: (command: Command) => russian(plain.subcommandTerm(command)),
  optionDescription: (option) =>
    plain
      .optionDescription(option)
      .replace(/\bdefault: /, "обычно ")
      .replace(/\bchoices: /, "допустимо: "),
};

function russian(usage: string): string {
  return usage.replace("[options]", "[ключи]").replace("[command]", "[команда]");
}
