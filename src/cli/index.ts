/**
 * The command line: parses arguments, calls one room, prints, sets the exit code. No logic of its own.
 */
import { Command, CommanderError } from "commander";
import { type Text, text } from "../base/diagnostics/index.ts";
import { addCommand, WrongUsage } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { settleEngine } from "./engine-settings.ts";
import { EXIT } from "./exit-codes.ts";
import { HELP_WORDS } from "./help.ts";
import { isInterrupted } from "./interruptible.ts";
import { Output, type Streams } from "./output.ts";
import { explainUsage } from "./usage.ts";

/**
 * Runs one command and resolves to its exit code: 0 done, 1 findings, 2 wrong command line, 3 fault of the program,
 * 130 interrupted. Never throws and never ends the process.
 *
 * @param argv arguments after the program's name
 */
export async function run(argv: readonly string[], streams: Streams = process): Promise<number> {
  settleEngine();
  let exitCode: number = EXIT.done;
  const output = new Output(streams, languageOf(argv));
  if (argv.length === 2 && argv.includes("--json") && argv.some((word) => VERSION_FLAGS.includes(word)))
    return describeProgram(output);
  const program = commands(output, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageCode(error, output);
    if (error instanceof WrongUsage) {
      output.printBeside(error.said);
      return EXIT.usage;
    }
    if (isInterrupted(error)) {
      output.printBeside(text("Прервано.", "Interrupted."));
      return EXIT.interrupted;
    }
    const { outOfReach } = await import("../project/reading/index.ts");
    const found = outOfReach(error);
    if (found === null) {
      output.fault(error);
      return EXIT.fault;
    }
    output.findings([found]);
    return EXIT.findings;
  }
}

/** The language has to be known before the words of the help are made; a wrong one is refused when the options are read. */
function languageOf(argv: readonly string[]): keyof Text {
  const at = argv.lastIndexOf("--lang");
  return argv[at + 1] === "en" && at >= 0 ? "en" : argv.includes("--lang=en") ? "en" : "ru";
}

function usageCode(error: CommanderError, output: Output): number {
  if (error.exitCode === 0) return EXIT.done;
  output.printBeside(explainUsage(error));
  return EXIT.usage;
}

function commands(output: Output, finish: (code: number) => void): Command {
  const { say } = output;
  const program = new Command("trc")
    .description(
      say(
        text(
          "Официальные документы из записей YAML: DOCX и PDF одного комплекта",
          "Official documents from YAML records: DOCX and PDF of one set",
        ),
      ),
    )
    .helpOption("-h, --help", say(text("показать эту справку", "show this help")))
    .helpCommand(say(text("help [команда]", "help [command]")), say(text("справка о команде", "the help of a command")))
    .version(
      VERSION,
      VERSION_FLAGS.join(", "),
      say(
        text("показать версию; с --json – коммит и сумму программы", "show the version; with --json commit and digest"),
      ),
    )
    .configureHelp(HELP_WORDS[output.language])
    .exitOverride()
    .configureOutput({
      writeOut: (words) => void output.stdout.write(words),
      writeErr: () => undefined,
    });
  output.program = program;
  for (const spec of COMMANDS) addCommand(program, spec, { output, finish });
  return program;
}

const VERSION_FLAGS = ["-V", "--version"];

/** Which program this is, for programs. Its digest takes a reading of all its files, so that no other command waits for it. */
async function describeProgram(output: Output): Promise<number> {
  const { readProgram } = await import("../project/reading/index.ts");
  const { name, version, commit, digest } = await readProgram();
  output.json({ name, version, commit, digest });
  return EXIT.done;
}

declare const TRC_VERSION: string | undefined;
/** Set by the compile script from package.json. */
const VERSION = typeof TRC_VERSION === "string" ? TRC_VERSION : "0.0.0";
