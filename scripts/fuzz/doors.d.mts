/** Puts an input in its place, runs its command line, and puts everything back. */
export function tryInput<Answer>(
  folder: string,
  input: {
    readonly file: string | null;
    readonly argv: readonly string[];
    readonly text?: string;
    readonly base64?: string;
  },
  trc: (argv: readonly string[]) => Promise<Answer>,
): Promise<Answer>;
