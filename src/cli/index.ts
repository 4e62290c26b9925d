/**
 * The command line: parses arguments, calls one room, prints, sets the exit code. No logic of its own.
 */
import { Command, CommanderError, Option } from "commander";
import type { Language, Streams } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { EXIT } from "./exit-codes.ts";
import { RUSSIAN_HELP } from "./help.ts";
import { explainUsage } from "./usage.ts";

/**
 * Runs one command and resolves to its exit code: 0 done, 1 findings, 2 wrong command line, 3 fault of the program,
 * 130 interrupted. Never throws and never ends the process.
 *
 * @param argv arguments after the program's name
 */
export async function run(argv: readonly string[], streams: Streams = process): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = commands(streams, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageCode(error, streams);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    streams.stderr.write(
      "Сбой программы (код TRC0002). Это ошибка в trc, а не в ваших записях: сообщите о ней разработчикам,\n" +
        `приложив текст ниже. Папка вывода осталась прежней.\n\n${text}\n`,
    );
    return EXIT.fault;
  }
}

function usageCode(error: CommanderError, { stderr }: Streams): number {
  if (error.exitCode === 0) return EXIT.done;
  stderr.write(`${explainUsage(error)}\n`);
  return EXIT.usage;
}

function commands(streams: Streams, finish: (code: number) => void): Command {
  const program = new Command("trc")
    .description("Официальные документы из записей YAML: DOCX и PDF одного комплекта")
    .helpOption("-h, --help", "показать эту справку")
    .helpCommand("help [команда]", "справка о команде")
    .version(VERSION, "-V, --version", "показать версию")
    .configureHelp(RUSSIAN_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: () => undefined,
    });
  const told: Writable<Streams> = { stdout: streams.stdout, stderr: streams.stderr };
  program.hook("preAction", (_program, command) => {
    told.language = command.opts<{ lang?: Language }>().lang ?? "ru";
  });
  for (const register of COMMANDS) register(program, { streams: told, finish });
  for (const command of program.commands) addLanguage(command);
  return program;
}

/** Every command tells its findings in the language asked for; one that has commands of its own would swallow the option. */
function addLanguage(command: Command): void {
  if (command.commands.length === 0)
    command.addOption(new Option("--lang <язык>", "язык замечаний").choices(["ru", "en"]).default("ru"));
  for (const one of command.commands) addLanguage(one);
}

type Writable<T> = { -readonly [name in keyof T]: T[name] };

declare const TRC_VERSION: string | undefined;
/** Set by the compile script from package.json. */
const VERSION = typeof TRC_VERSION === "string" ? TRC_VERSION : "0.0.0";
