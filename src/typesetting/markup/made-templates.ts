/** A template as Handlebars runs it; the places of its calls and pieces are numbered from `first` on, each one line and column to another. */
export type MadeTemplate = {
  readonly first: number;
  readonly places: readonly MadePlace[];
  readonly partials: readonly string[];
  readonly paths: readonly (readonly [place: MadePlace, ...steps: readonly string[]])[];
  readonly given: readonly string[];
  readonly run: object;
};
/** From a line and column to another. */
export type MadePlace = readonly [line: number, column: number, toLine: number, toColumn: number];

/** Places of templates that were made before are numbered from here on; so many are never made in a process. */
export const FIRST_MADE = 1_000_000_000;

/**
 * The program's own templates by the digest of their source, made when it was compiled: making them takes longer than what they are used for.
 * `scripts/compile.mjs` puts what `makeTemplate` gives in the place of this file; sources that run as they are have none of them.
 */
export const MADE_TEMPLATES: { readonly [digest: string]: () => MadeTemplate } = {};
