import type { Reported, WaivedDiagnostic } from "../types.ts";

/** What every reporter is given: the findings in order and a way to the sources for code frames. */
export type ReportInput = {
  readonly diagnostics: readonly Reported[];
  /** Findings that the records waive: they are reported, but stop nothing. */
  readonly waived?: readonly WaivedDiagnostic<Reported>[];
  /** Text of a file by its shown name; undefined when it is not text or not known. */
  readonly sources: (file: string) => string | undefined;
  readonly colour: boolean;
  /** Language of the words around the findings. */
  readonly language?: "ru" | "en";
};

/** Findings as text: for a person, or for a program of CI. */
export type Reporter = (input: ReportInput) => string;
