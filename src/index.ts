/** The library under the command line: every command is one function with typed options. */
export { type BuildOptions, type BuildReport, buildSet } from "./build/index.ts";
export type { Diagnostic, Outcome, Place } from "./diagnostics/index.ts";
