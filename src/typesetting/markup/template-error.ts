import { type Diagnostic, type Place, type Text, worded } from "../../base/diagnostics/index.ts";

/** A fault that ends the rendering of one document; becomes a diagnostic at the door. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly code: string;
  readonly said: Text;
  readonly hints: readonly Text[];
  readonly place: Place | null;

  constructor(code: string, said: Text, hints: readonly Text[] = [], place: Place | null = null) {
    super(said.ru);
    this.code = code;
    this.said = said;
    this.hints = hints;
    this.place = place;
  }

  /** As a finding; at `start` when nothing nearer is known. */
  diagnostic(start: Place): Diagnostic {
    const { code, said, hints, place } = this;
    return { code, severity: "error", ...worded({ message: said, hints }), place: place ?? start };
  }
}

/** A partial cannot be called: everything that was refused in it. */
export class FaultyPartial extends Error {
  override readonly name = "FaultyPartial";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message);
    this.diagnostics = diagnostics;
  }
}
