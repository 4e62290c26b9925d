import type { CommanderError } from "commander";

/** What is wrong with the command line, in Russian, and where to look. */
export function explainUsage(error: CommanderError): string {
  const subject = quoted(error.message);
  const text = MESSAGES[error.code]?.(subject, error.message) ?? `Команда набрана неверно: ${error.message}`;
  return `${text}\nСправка: trc --help`;
}

const MESSAGES: { readonly [code: string]: (subject: string, message: string) => string } = {
  "commander.unknownOption": (subject, message) => `Неизвестный ключ ${subject}.${suggestion(message)}`,
  "commander.unknownCommand": (subject, message) => `Неизвестная команда ${subject}.${suggestion(message)}`,
  "commander.optionMissingArgument": (subject) => `После ключа ${subject} нужно значение.`,
  "commander.missingArgument": (subject) => `Не хватает аргумента ${subject}.`,
  "commander.excessArguments": () => "Лишние аргументы: у команды их нет, есть только ключи.",
  "commander.invalidArgument": (subject, message) => `Неверное значение ключа ${subject}.${details(message)}`,
  "commander.help": () => "Не указана команда.",
};

function quoted(message: string): string {
  return /'([^']+)'/.exec(message)?.[1] ?? "";
}

function suggestion(message: string): string {
  const found = /Did you mean (?:one of )?(.+?)\?/.exec(message)?.[1];
  return found === undefined ? "" : ` Возможно, имелось в виду: ${found}.`;
}

function details(message: string): string {
  const choices = /Allowed choices are (.+?)\.$/.exec(message)?.[1];
  if (choices !== undefined) return ` Допустимо: ${choices}.`;
  return /is invalid\. (.+)$/s.exec(message)?.[1]?.replace(/^/, " ") ?? "";
}
