import { relative, resolve, sep } from "node:path";
import { digestOf } from "../../base/cache/index.ts";
import { type Diagnostic, raise } from "../../base/diagnostics/index.ts";
import { isWithin } from "../../base/storage/index.ts";
import { FORMAT_NAMES, type FormatName } from "../../project/formats/index.ts";
import type { Sources } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";

/** A request to build one centre. Paths are from the folder that sender and workers have in common, with `/`. */
export type JobRequest = {
  readonly content: string;
  readonly out: string;
  /** Null for the kinds of the program. */
  readonly templates: string | null;
  readonly formats: readonly FormatName[];
};

/** What came of a job. */
export type JobResult = { readonly documents: number; readonly pages: number };

/** How far a job has come. */
export type JobProgress = { readonly done: number; readonly total: number };

/** Why a job was put aside, as it is kept. */
export type JobFault = Pick<Diagnostic, "code" | "message"> & { readonly file: string | null };

/** Name of a job: the same request for the same bytes by the same program is one job, however often it is sent. */
export function nameOfJob(request: JobRequest, { digests }: Pick<Sources, "digests">, engine: string): string {
  return digestOf([engine, request, [...digests]]);
}

/** A job as it came out of the queue; null for what this program did not send. */
export function readRequest(data: unknown): JobRequest | null {
  const { content, out, templates, formats } = (data ?? {}) as { readonly [K in keyof JobRequest]?: unknown };
  if (typeof content !== "string" || typeof out !== "string") return null;
  if (templates !== null && typeof templates !== "string") return null;
  const known = FORMAT_NAMES.filter((name) => Array.isArray(formats) && formats.includes(name));
  if (!Array.isArray(formats) || known.length === 0 || known.length !== formats.length) return null;
  return { content, out, templates, formats: known };
}

/** What is wrong with the paths of a request, seen from the common folder. Code TRC6022. */
export async function strayPaths({ content, out, templates }: JobRequest): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const path of [content, out, ...(templates === null ? [] : [templates])])
    if (resolve(path) === resolve(".") || !(await isWithin(".", path)))
      found.push(raise(FINDINGS.TRC6022, { of: [path] }));
  return found;
}

/** A path as another machine reads it. */
export function commonPath(path: string): string {
  return relative(process.cwd(), resolve(path)).replaceAll(sep, "/");
}

/** Findings as they are kept with a job: the errors, as many as a person reads. */
export function keptFaults(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").slice(0, 5);
  return JSON.stringify(
    errors.map(({ code, message, place }): JobFault => ({ code, message, file: place?.file ?? null })),
  );
}

/** The same read back; what the queue itself says of a job is no finding. */
export function readFaults(reason: string): readonly JobFault[] | null {
  try {
    const value: unknown = JSON.parse(reason);
    return Array.isArray(value) ? (value as JobFault[]) : null;
  } catch {
    return null;
  }
}
