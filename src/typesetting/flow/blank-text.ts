import type { MeasureText } from "./compose-context.ts";

/** A line to fill in is a run of underscores: the clerk can type over it, and both formats give it one width. */
export function blankText(widthMm: number, sizePt: number, measure: MeasureText): string {
  return "_".repeat(Math.max(1, Math.round(widthMm / measure("_", sizePt))));
}
