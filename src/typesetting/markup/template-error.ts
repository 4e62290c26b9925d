import { type Defined, type Diagnostic, type Place, raise, type Text } from "../../base/diagnostics/index.ts";

/** A fault that ends the rendering of one document; becomes a diagnostic at the door. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly finding: Defined;
  readonly said: Text;
  readonly hints: readonly Text[];
  readonly place: Place | null;

  constructor(finding: Defined, said: Text, hints: readonly Text[] = [], place: Place | null = null) {
    super(said.ru);
    this.finding = finding;
    this.said = said;
    this.hints = hints;
    this.place = place;
  }

  /** As a finding; at `start` when nothing nearer is known. */
  diagnostic(start: Place): Diagnostic {
    const { finding, said, hints, place } = this;
    return raise(finding, { message: said, hints, place: place ?? start });
  }
}

/** A partial cannot be called: everything that was refused in it. */
export class FaultyPartial extends Error {
  override readonly name = "FaultyPartial";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message.ru);
    this.diagnostics = diagnostics;
  }
}
