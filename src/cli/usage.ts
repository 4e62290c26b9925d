import type { CommanderError } from "commander";
import { type Text, text } from "../base/diagnostics/index.ts";

/** What is wrong with the command line, and where to look. */
export function explainUsage(error: CommanderError): Text {
  const subject = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  const { ru, en } =
    MESSAGES[error.code]?.(subject, error.message) ??
    text(`Команда набрана неверно: ${error.message}`, `The command is mistyped: ${error.message}`);
  return text(`${ru}\nСправка: trc --help`, `${en}\nHelp: trc --help --lang en`);
}

const MESSAGES: { readonly [code: string]: (subject: string, message: string) => Text } = {
  "commander.unknownOption": (subject, message) =>
    suggested(text(`Неизвестный ключ ${subject}.`, `Unknown option ${subject}.`), message),
  "commander.unknownCommand": (subject, message) =>
    suggested(text(`Неизвестная команда ${subject}.`, `Unknown command ${subject}.`), message),
  "commander.optionMissingArgument": (subject) =>
    text(`После ключа ${subject} нужно значение.`, `The option ${subject} needs a value.`),
  "commander.missingArgument": (subject) =>
    text(`Не хватает аргумента ${subject}.`, `The argument ${subject} is missing.`),
  "commander.missingMandatoryOptionValue": (subject) =>
    text(`Не хватает ключа ${subject}.`, `The option ${subject} is missing.`),
  "commander.excessArguments": (subject, message) => {
    const taken = Number(/Expected (\d+)/.exec(message)?.[1] ?? 0);
    const { ru, en } =
      taken === 0
        ? text(
            "Лишние аргументы: у команды их нет, есть только ключи.",
            "There are arguments too many: the command takes options only.",
          )
        : text(
            `Лишние аргументы: команде ${subject} их нужно: ${taken}.`,
            `There are arguments too many: ${subject} takes ${taken}.`,
          );
    return BY_ONLY.has(subject)
      ? text(
          `${ru} Документы называют так: trc ${subject} --only 87-od-2025.`,
          `${en} Documents are named so: trc ${subject} --only 87-od-2025.`,
        )
      : text(ru, en);
  },
  "commander.invalidArgument": (subject, message) => {
    const choices = /Allowed choices are (.+?)\.$/.exec(message)?.[1];
    const rest = /is invalid\. (.+)$/s.exec(message)?.[1]?.replace(/^/, " ") ?? "";
    return text(
      `Неверное значение ключа ${subject}.${choices === undefined ? rest : ` Допустимо: ${choices}.`}`,
      `The value of ${subject} is wrong.${choices === undefined ? rest : ` It may be: ${choices}.`}`,
    );
  },
  "commander.help": () => text("Не указана команда.", "No command is named."),
};

/** Commands after which a document is readily typed, and that take them by an option. */
const BY_ONLY = new Set(["build", "watch"]);

function suggested({ ru, en }: Text, message: string): Text {
  const found = /Did you mean (?:one of )?(.+?)\?/.exec(message)?.[1];
  return found === undefined
    ? { ru, en }
    : text(`${ru} Возможно, имелось в виду: ${found}.`, `${en} Did you mean: ${found}?`);
}
