/** Words as a part of a regular expression that finds them as they are. */
export function escapeExpression(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
