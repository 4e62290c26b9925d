import { expect } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostics/index.ts";

/** Every finding is told in both languages: what, why, what to do and where else to look. */
export function expectSaid<Some extends readonly Diagnostic[]>(diagnostics: Some): Some {
  for (const { code, title, message, why = title, hints, related = [] } of diagnostics) {
    expect(hints.length, code).toBeGreaterThan(0);
    for (const { ru, en } of [title, message, why, ...hints, ...related.map((one) => one.message)]) {
      expect(ru, code).toMatch(/[а-яё]{3}/i);
      expect(en, code).toMatch(/[a-z]{3}/i);
    }
  }
  return diagnostics;
}
