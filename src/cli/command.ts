import { type Command, InvalidArgumentError, Option } from "commander";
import { type Text, TextError, text } from "../base/diagnostics/index.ts";
import { type Answer, type Output, printAnswer } from "./output.ts";

/** An argument without a flag, and what it is; in its name `<…>` must be given, `[…]` may, `...` takes all that is left. */
type OperandSpec = Text & { readonly name: Text; readonly default?: string };

/** What an option does, in both languages; its flag is made of its name among the options: `dryRun` is `--dry-run`. */
export type OptionSpec = Text & {
  /** Its value as the help shows it, `<папка>` or `[файл]`; without it the option is a switch. */
  readonly value?: Text;
  /** A switch that is on until `--no-…` is given. */
  readonly no?: true;
  readonly required?: true;
  /** Name of the option without which this one has no effect, and is refused. */
  readonly needs?: string;
  readonly choices?: readonly string[];
  readonly default?: unknown;
  /** The default as the help shows it. */
  readonly defaultShown?: string;
  /** Makes the value out of the word that was typed. @throws WrongUsage */
  readonly parse?: (word: string, previous: never) => unknown;
};
/** The options of a command by their names. */
export type OptionSpecs = { readonly [name: string]: OptionSpec };

type ValueOf<O> = O extends { parse: (...given: never) => infer V }
  ? V
  : O extends { choices: readonly (infer C)[] }
    ? C
    : O extends { value: Text }
      ? string
      : boolean;
type Sure = { readonly default: unknown } | { readonly required: true } | { readonly no: true };
/** What a command gets of its options: those with a default and those that must be given are there. */
export type ValuesOf<S> = { readonly [K in keyof S as S[K] extends Sure ? K : never]: ValueOf<S[K]> } & {
  readonly [K in keyof S as S[K] extends Sure ? never : K]?: ValueOf<S[K]>;
};

/** A command as data: what it does in both languages, and what runs it. */
export type CommandSpec<S extends OptionSpecs = OptionSpecs> = Text & {
  readonly name: string;
  /** Other names of it. */
  readonly aliases?: readonly string[];
  readonly operands?: readonly OperandSpec[];
  readonly options?: S;
  /** What stands under the help. */
  readonly after?: Text;
  readonly commands?: readonly CommandSpec[];
  /** Gets the operands in their order and the options by their names; resolves to what is to be printed, or, when it has printed itself, to the exit code. */
  readonly run?: (operands: readonly string[], options: ValuesOf<S>, output: Output) => Run | Promise<Run>;
};
type Run = Answer | number;

/** A command whose `run` knows the types of its options. */
export function command<const S extends OptionSpecs>(spec: CommandSpec<S>): CommandSpec {
  return spec as unknown as CommandSpec;
}

/** A command line that cannot be obeyed; the text says what it takes. Exit code 2. */
export class WrongUsage extends TextError {}

const LANG: OptionSpec = {
  ...text("язык замечаний и отчётов", "language of findings and reports"),
  value: text("<язык>", "<language>"),
  choices: ["ru", "en"] satisfies (keyof Text)[],
  default: "ru",
};

/** Where a command goes on the program, and what it is given. */
type CommandContext = { readonly output: Output; readonly finish: (code: number) => void };

/** Puts a command on the program, with its help in the language that was asked for. Its work is imported when it runs. */
export function addCommand(parent: Command, spec: CommandSpec, context: CommandContext): void {
  const { output, finish } = context;
  const { say } = output;
  const { name, aliases = [], operands = [], options = {}, after, commands = [], run } = spec;
  const made = parent.command(name).description(say(spec)).helpOption("-h, --help", say(HELP));
  made.aliases(aliases);
  for (const operand of operands) made.argument(say(operand.name), say(operand), operand.default);
  for (const [key, option] of Object.entries({ ...options, ...(run === undefined ? {} : { lang: LANG }) }))
    made.addOption(optionOf(key, option, say));
  if (after !== undefined) made.addHelpText("after", `\n${say(after)}`);
  for (const one of commands) addCommand(made, one, context);
  if (run === undefined) return;
  made.action(async (...given: unknown[]) => {
    // Operands come first, the options and the command itself last.
    for (const [key, { needs }] of Object.entries(options))
      if (needs !== undefined && made.getOptionValueSource(key) === "cli" && made.getOptionValue(needs) === undefined)
        throw withoutEffect(flagOf(key), flagOf(needs));
    const words = given.slice(0, -2).flatMap((operand) => (operand ?? []) as string | string[]);
    const result = await run(words, made.opts(), output);
    finish(typeof result === "number" ? result : printAnswer(result, made.opts().json === true, output));
  });
}

function withoutEffect(flag: string, needs: string): WrongUsage {
  return new WrongUsage(
    text(
      `Ключ ${flag} действует только вместе с ${needs}: добавьте его или уберите ${flag}.`,
      `The option ${flag} has an effect with ${needs} only: add it, or leave ${flag} out.`,
    ),
  );
}

/** The same options, each of which has an effect only with another. */
export function needing<const S extends OptionSpecs>(needs: string, options: S): S {
  return Object.fromEntries(Object.entries(options).map(([key, spec]) => [key, { ...spec, needs }])) as S;
}

function flagOf(key: string, no = false): string {
  return `--${no ? "no-" : ""}${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

const HELP = text("показать справку о команде", "show the help of the command");

function optionOf(key: string, spec: OptionSpec, say: Output["say"]): Option {
  const { value, no, choices, parse } = spec;
  const flag = flagOf(key, no);
  const option = new Option(value === undefined ? flag : `${flag} ${say(value)}`, say(spec));
  if (choices !== undefined) option.choices(choices);
  if (parse !== undefined)
    option.argParser((word, previous) => {
      try {
        return parse(word, previous as never);
      } catch (error) {
        throw error instanceof WrongUsage ? new InvalidArgumentError(say(error.said)) : error;
      }
    });
  if (spec.default !== undefined) option.default(spec.default, spec.defaultShown);
  return option.makeOptionMandatory(spec.required === true);
}
