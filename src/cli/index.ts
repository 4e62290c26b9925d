/**
 * The command line: parses arguments, calls one room, prints, sets the exit code. No logic of its own.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { BuildCommandOptions } from "./build-command.ts";
import { EXIT } from "./exit-codes.ts";
import { explainUsage } from "./usage.ts";

/** Where the commands write; tests give their own. */
export type Streams = {
  readonly stdout: NodeJS.WritableStream & { isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean };
};

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
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: () => undefined,
    });
  for (const [name, summary, write] of [
    ["build", "проверить записи и собрать весь комплект в папку вывода", true],
    ["check", "проверить записи и шаблоны, ничего не записывая", false],
  ] as const) {
    const command = program.command(name).description(summary).helpOption("-h, --help", "показать справку о команде");
    shared(command);
    if (write) {
      command
        .option("--out <папка>", "папка вывода", "out")
        .addOption(
          new Option("--format <список>", "форматы через запятую")
            .default(["docx", "pdf"], "docx,pdf")
            .argParser(formats),
        );
    }
    command.action(async (options: BuildCommandOptions) => {
      const { buildCommand } = await import("./build-command.ts");
      finish(await buildCommand({ ...options, write }, streams));
    });
  }
  return program;
}

function shared(command: Command): void {
  command
    .option("--content <папка>", "папка записей; можно повторять, допускаются шаблоны *", collect)
    .option("--templates <папка>", "папка видов документов", "templates")
    .option("--only <список>", "только эти виды или документы, через запятую; можно повторять", collectList)
    .addOption(new Option("--reporter <вид>", "вид отчёта").choices(["pretty", "json", "github"]).default("pretty"))
    .option("--quiet", "только ошибки, без сводки");
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

function collectList(value: string, previous: readonly string[] = []): string[] {
  return [
    ...previous,
    ...value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ];
}

function formats(value: string): string[] {
  const wanted = [...new Set(collectList(value))];
  const wrong = wanted.find((format) => format !== "docx" && format !== "pdf");
  if (wrong !== undefined || wanted.length === 0) {
    throw new InvalidArgumentError("Допустимы docx, pdf или оба через запятую.");
  }
  return wanted.sort();
}

declare const TRC_VERSION: string | undefined;
/** Set by the compile script from package.json. */
const VERSION = typeof TRC_VERSION === "string" ? TRC_VERSION : "0.0.0";
