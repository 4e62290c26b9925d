import { type Command, Help } from "commander";
import type { Text } from "../base/diagnostics/index.ts";

const TITLES: { readonly [title: string]: string } = {
  "Usage:": "Вызов:",
  "Arguments:": "Аргументы:",
  "Options:": "Ключи:",
  "Commands:": "Команды:",
};
const plain = new Help();

const RUSSIAN_HELP: Partial<Help> = {
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command: Command) => russian(plain.commandUsage(command)),
  subcommandTerm: (command: Command) => russian(plain.subcommandTerm(command)),
  optionDescription: (option) => described(plain.optionDescription(option)),
  argumentDescription: (argument) => described(plain.argumentDescription(argument)),
};

/** The titles of the help and its words for options and commands; the library's own are English. */
export const HELP_WORDS: { readonly [language in keyof Text]: Partial<Help> } = { ru: RUSSIAN_HELP, en: {} };

function described(text: string): string {
  return text.replace(/\bdefault: /, "обычно ").replace(/\bchoices: /, "допустимо: ");
}

function russian(usage: string): string {
  return usage.replace("[options]", "[ключи]").replace("[command]", "[команда]");
}
