import type { Place } from "../diagnostics/index.ts";

/** A fault that ends the rendering of one document; becomes a diagnostic at the door. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly code: string;
  readonly hints: readonly string[];
  readonly place: Place | null;

  constructor(code: string, message: string, hints: readonly string[] = [], place: Place | null = null) {
    super(message);
    this.code = code;
    this.hints = hints;
    this.place = place;
  }
}
