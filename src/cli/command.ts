import { type Command, InvalidArgumentError, Option } from "commander";
import { type Text, TextError, text } from "../base/diagnostics/index.ts";
import type { Language, Output } from "./output.ts";

/** An argument without a flag; `<…>` must be given, `[…]` may, `...` takes all that is left. */
export type OperandSpec = { readonly name: Text; readonly says: Text; readonly default?: string };

/** An option in both languages. */
export type OptionSpec = {
  /** As it is typed: `--out`. */
  readonly flag: string;
  /** Its value as the help shows it, `<папка>` or `[файл]`; without it the option is a switch. */
  readonly value?: Text;
  readonly says: Text;
  readonly required?: true;
  readonly choices?: readonly string[];
  readonly default?: unknown;
  /** The default as the help shows it. */
  readonly defaultShown?: string;
  /** Makes the value out of the word that was typed. @throws WrongValue */
  readonly parse?: (value: string, previous: never) => unknown;
};

/**
 * A command as data: its words in both languages and what runs it. `run` gets the operands in their order, the options by their long names,
 * and says its exit code.
 */
export type CommandSpec<Options = never> = {
  readonly name: string;
  readonly says: Text;
  readonly operands?: readonly OperandSpec[];
  readonly options?: readonly OptionSpec[];
  /** What stands under the help. */
  readonly after?: Text;
  readonly commands?: readonly CommandSpec[];
  readonly run?: (operands: readonly string[], options: Options, output: Output) => number | Promise<number>;
};

/** A value that an option cannot take; the text says what it takes. */
export class WrongValue extends TextError {}

const LANGUAGE: OptionSpec = {
  flag: "--lang",
  value: text("<язык>", "<language>"),
  says: text("язык замечаний и отчётов", "language of findings and reports"),
  choices: ["ru", "en"] satisfies Language[],
  default: "ru",
};

/** Where a command goes on the program, and what it is given. */
export type CommandContext = { readonly output: Output; readonly finish: (code: number) => void };

/** Puts a command on the program, with its help in the language that was asked for. Its work is imported when it runs. */
export function addCommand(parent: Command, spec: CommandSpec, context: CommandContext): void {
  const { say } = context.output;
  const command = parent.command(spec.name).description(say(spec.says)).helpOption("-h, --help", say(HELP));
  for (const operand of spec.operands ?? []) command.argument(say(operand.name), say(operand.says), operand.default);
  for (const option of [...(spec.options ?? []), ...(spec.run === undefined ? [] : [LANGUAGE])])
    command.addOption(optionOf(option, say));
  if (spec.after !== undefined) command.addHelpText("after", `\n${say(spec.after)}`);
  for (const one of spec.commands ?? []) addCommand(command, one, context);
  const { run } = spec;
  if (run !== undefined)
    command.action(async (...given: unknown[]) => {
      // Operands come first, the options and the command itself last.
      const operands = given.slice(0, -2).flatMap((operand) => (operand ?? []) as string | string[]);
      context.finish(await run(operands, command.opts() as never, context.output));
    });
}

const HELP = text("показать справку о команде", "show the help of the command");

function optionOf(spec: OptionSpec, say: Output["say"]): Option {
  const { flag, value, choices, parse } = spec;
  const option = new Option(value === undefined ? flag : `${flag} ${say(value)}`, say(spec.says));
  if (choices !== undefined) option.choices(choices);
  if (parse !== undefined) option.argParser((word, previous) => parsed(() => parse(word, previous as never), say));
  if (spec.default !== undefined) option.default(spec.default, spec.defaultShown);
  return option.makeOptionMandatory(spec.required === true);
}

function parsed<T>(parse: () => T, say: Output["say"]): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof WrongValue ? new InvalidArgumentError(say(error.said)) : error;
  }
}
