import type { Command } from "commander";

/** Where the commands write; tests give their own. */
export type Streams = {
  readonly stdout: NodeJS.WritableStream & { isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean };
  /** Language of findings; Russian without it. */
  readonly language?: Language;
};

/** Languages that findings can be told in. */
export type Language = "ru" | "en";

/** What a command is given when it is put on the program: where to write, and how to say its exit code. */
export type CommandContext = { readonly streams: Streams; readonly finish: (code: number) => void };

/** Puts one command on the program. Its options are declared at once, its work is imported when it runs. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;

/** A command of the program with its help in Russian. */
export function addCommand(program: Command, name: string, summary: string): Command {
  return program.command(name).description(summary).helpOption("-h, --help", "показать справку о команде");
}
