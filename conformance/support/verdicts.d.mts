/** What a validator says of one thing. */
export type Verdict = { readonly title: string; readonly faults: readonly string[] };
/** The verdicts of a validator, never none. */
export function verdictsOf<Context>(
  name: string,
  validate: (context: Context) => readonly Verdict[] | Promise<readonly Verdict[]>,
  context: Context,
): Promise<readonly Verdict[]>;
