/** Exit codes of every command. */
export const EXIT = {
  done: 0,
  /** Errors in the content, the templates or a bundle. */
  findings: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** A fault of the program. */
  fault: 3,
  interrupted: 130,
} as const;
