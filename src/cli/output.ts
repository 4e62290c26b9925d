import type { Command } from "commander";
import {
  type Diagnostic,
  hasErrors,
  inLanguage,
  raise,
  reportPretty,
  sortDiagnostics,
  type Text,
  text,
} from "../base/diagnostics/index.ts";
import { escapeInvisible, numericDate } from "../base/text/index.ts";
import { EXIT } from "./exit-codes.ts";
import { FINDINGS } from "./findings.ts";

/** Where the commands write; tests give their own. */
export type Streams = {
  readonly stdout: NodeJS.WritableStream & { isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean };
};

/** A line of words, or of data that is the same in every language; it may be several lines. False is no line. */
export type Line = Text | string | false;

/** What a command has to say. */
export type Answer = {
  /** Findings, on the error stream before all else; an error makes the exit code 1. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Text of a file that the findings are in. */
  readonly sourceOf?: (file: string) => string | undefined;
  /** The answer for a person, on the standard output. */
  readonly lines?: readonly Line[];
  /** What stands beside the answer, on the error stream. */
  readonly beside?: readonly Line[];
  /** The answer for programs: with `--json` it takes the place of both. */
  readonly json?: unknown;
  readonly code?: number;
};

/** Prints what a command has to say and gives its exit code. */
export function printAnswer(answer: Answer, asJson: boolean, output: Output): number {
  const { diagnostics = [], sourceOf, lines = [], beside = [], json } = answer;
  output.findings(diagnostics, sourceOf);
  if (!asJson) {
    output.print(...lines);
    output.printBeside(...beside);
  } else if (json !== undefined) output.json(json);
  return answer.code ?? (hasErrors(diagnostics) ? EXIT.findings : EXIT.done);
}

/** One line of several parts. */
export function joined(parts: readonly Line[], separator = ""): Text {
  const of = (language: keyof Text): string => parts.map((part) => spoken(part, language)).join(separator);
  return text(of("ru"), of("en"));
}

/** A day as people write it: 05.09.2025 in Russian, 2025-09-05 in English. */
export function dayText(iso: string): Text {
  return text(numericDate(iso), iso.slice(0, 10));
}

function spoken(line: Line, language: keyof Text): string {
  return typeof line === "object" ? line[language] : line || "";
}

/** What a command prints with, in the language that was asked for. */
export class Output implements Streams {
  readonly stdout: Streams["stdout"];
  readonly stderr: Streams["stderr"];
  readonly language: keyof Text;
  /** The program with all its commands; what completes a command line asks it. */
  program: Command | null = null;

  constructor({ stdout, stderr }: Streams, language: keyof Text) {
    this.stdout = stdout;
    this.stderr = stderr;
    this.language = language;
  }

  /** The text in the language of the report. */
  readonly say = (words: Line): string => spoken(words, this.language);

  /** Lines of the answer, to the standard output. */
  print(...lines: readonly Line[]): void {
    this.#write("stdout", lines);
  }

  /** Lines beside the answer, to the error stream. */
  printBeside(...lines: readonly Line[]): void {
    this.#write("stderr", lines);
  }

  /** A report for programs. Its texts and findings are in the language of the report; bytes are left out. */
  json(value: unknown): void {
    const inOne = (one: unknown): unknown => (isText(one) ? this.say(one) : one);
    const replace = function (this: { readonly [key: string]: unknown }, key: string, one: unknown): unknown {
      return this[key] instanceof Uint8Array ? undefined : inOne(one);
    };
    this.print(escapeInvisible(JSON.stringify(value, replace, 2)));
  }

  /** Findings for a person on the error stream, in colour on a terminal. */
  findings(diagnostics: readonly Diagnostic[], sources: (file: string) => string | undefined = () => undefined): void {
    const colour = this.stderr.isTTY === true && process.env.NO_COLOR === undefined;
    this.stderr.write(this.findingsText(diagnostics, sources, colour));
  }

  /** The same as a text. */
  findingsText(
    diagnostics: readonly Diagnostic[],
    sources: (file: string) => string | undefined = () => undefined,
    colour = false,
  ): string {
    const { language } = this;
    return reportPretty({ diagnostics: inLanguage(sortDiagnostics(diagnostics), language), sources, colour, language });
  }

  /** A fault of the program, with what its developers need. Code TRC0002. */
  fault(error: unknown): void {
    this.findings([raise(FINDINGS.TRC0002, {})]);
    this.printBeside(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  #write(stream: "stdout" | "stderr", lines: readonly Line[]): void {
    for (const line of lines.filter((one) => one !== false).map(this.say))
      this[stream].write(line.endsWith("\n") ? line : `${line}\n`);
  }
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "ru,en";
}
