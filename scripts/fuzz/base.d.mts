/** Runs a command line. */
export type Run = (argv: readonly string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
/** Makes the base in a folder; without `whole` no bundle, no keys and no cache. */
export function makeBase(folder: string, trc: Run, whole?: boolean): Promise<unknown>;
