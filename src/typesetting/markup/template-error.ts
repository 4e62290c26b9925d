import { type Defined, type Diagnostic, type Found, type Place, raise } from "../../base/diagnostics/index.ts";

/** A fault that ends the rendering of one document; becomes a diagnostic at the door. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly finding: Defined;
  readonly found: Found;

  constructor(finding: Defined, found: Found) {
    super(found.message.ru);
    this.finding = finding;
    this.found = found;
  }

  /** As a finding; at `start` when nothing nearer is known. */
  diagnostic(start: Place): Diagnostic {
    return raise(this.finding, { place: start, ...this.found });
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
