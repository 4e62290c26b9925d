import type { Diagnostic } from "../types.ts";

/** What every reporter is given: the findings in order and a way to the sources for code frames. */
export type ReportInput = {
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file by its shown name; undefined when it is not text or not known. */
  readonly sources: (file: string) => string | undefined;
  readonly colour: boolean;
};

export type Reporter = (input: ReportInput) => string;
