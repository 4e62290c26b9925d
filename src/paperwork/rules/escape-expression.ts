/** The words as a regular expression that finds just them. */
export function escapeExpression(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
