import type { Command } from "commander";
import {
  type Diagnostic,
  inLanguage,
  reportPretty,
  sortDiagnostics,
  type Text,
  text,
} from "../base/diagnostics/index.ts";
import { numericDate } from "../base/text/index.ts";

/** Where the commands write; tests give their own. */
export type Streams = {
  readonly stdout: NodeJS.WritableStream & { isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean };
};

/** Languages that a command speaks. */
export type Language = "ru" | "en";

/** What a command prints with: every word is a {@link Text} and comes out in the language that was asked for. */
export class Output implements Streams {
  readonly stdout: Streams["stdout"];
  readonly stderr: Streams["stderr"];
  readonly language: Language;
  /** The program with all its commands; what completes a command line asks it. */
  program: Command | null = null;

  constructor({ stdout, stderr }: Streams, language: Language) {
    this.stdout = stdout;
    this.stderr = stderr;
    this.language = language;
  }

  /** The text in the language of the report. */
  readonly say = (words: Text): string => words[this.language];

  /** A day as people write it: 05.09.2025 in Russian, 2025-09-05 in English. */
  readonly day = (iso: string): string => (this.language === "ru" ? numericDate(iso) : iso.slice(0, 10));

  /** A line of the answer, to the standard output. */
  print(words: Text): void {
    this.data(`${this.say(words)}\n`);
  }

  /** A line beside the answer, to the error stream. */
  tell(words: Text): void {
    this.stderr.write(`${this.say(words)}\n`);
  }

  /** What is no words of a command: a page, a table of data, a script. */
  data(content: string): void {
    this.stdout.write(content);
  }

  /** A report for programs. Its texts and findings are in the language of the report; bytes are left out. */
  json(value: unknown): void {
    const spoken = (one: unknown): unknown => this.#spoken(one);
    const replace = function (this: { readonly [key: string]: unknown }, key: string, one: unknown): unknown {
      return this[key] instanceof Uint8Array ? undefined : spoken(one);
    };
    this.data(`${JSON.stringify(value, replace, 2)}\n`);
  }

  /** Findings for a person on the error stream, in colour on a terminal. */
  findings(diagnostics: readonly Diagnostic[], sources: (file: string) => string | undefined = () => undefined): void {
    const { language, stderr } = this;
    const colour = stderr.isTTY === true && process.env.NO_COLOR === undefined;
    stderr.write(
      reportPretty({ diagnostics: inLanguage(sortDiagnostics(diagnostics), language), sources, colour, language }),
    );
  }

  /** A fault of the program that ends nothing. */
  fault(error: unknown): void {
    const stack = error instanceof Error ? error.stack : error;
    this.tell(text(`Сбой программы (код TRC0002): ${stack}`, `Fault of the program (code TRC0002): ${stack}`));
  }

  #spoken(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const keys = Object.keys(value);
    return keys.length === 2 && "ru" in value && "en" in value ? this.say(value as Text) : value;
  }
}
