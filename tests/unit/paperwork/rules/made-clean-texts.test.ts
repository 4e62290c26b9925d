import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it, vi } from "vitest";
import type { Dossier } from "../../../../src/paperwork/records/index.ts";
import { runRules } from "../../../../src/paperwork/rules/index.ts";

const made = vi.hoisted(() => ({ names: [] as readonly string[] }));
vi.mock("../../../../src/paperwork/rules/wording/made-clean-texts.ts", () => ({ madeCleanTexts: () => made.names }));

const dossier: Dossier = { collections: new Map(), schemas: { schemas: new Map(), kinds: new Set() } };
const input = (templates: Parameters<typeof runRules>[0]["templates"]) =>
  ({ dossier, kinds: [], templates, documents: [], complete: false, today: null }) as const;
const template = (source: string) => input([{ path: "templates/a/body.hbs", source, prose: true }]);
const RIGHT = "Направить в срок отчёт.\n";
const WRONG = "Направить согласно приказа отчёт.\n";

describe("texts that were found clean when the program was compiled", () => {
  it("are those of its templates that the rules find nothing in", () => {
    const files = (readdirSync("templates", { recursive: true, encoding: "utf8" }) as string[])
      .filter((name) => /\.hbs$|\/kind\.yaml$/.test(name))
      .filter((_name, index) => index % 10 === 0);
    const templates = files.map((path) => ({
      path,
      source: readFileSync(`templates/${path}`, "utf8"),
      prose: path.endsWith(".hbs"),
    }));
    const { clean } = runRules(input(templates));
    const compiled = new Set(createRequire(import.meta.url)("../../../../dist/made-clean-texts.cjs") as string[]);
    expect(clean.length).toBeGreaterThan(25);
    expect(clean.filter((name) => !compiled.has(name))).toEqual([]);
    expect(runRules(template(WRONG)).clean.some((name) => compiled.has(name))).toBe(false);
  });

  it("are not looked at; other words, and they are", async () => {
    made.names = runRules(template(RIGHT)).clean;
    expect(made.names.length).toBeGreaterThan(0);
    const expected = runRules(template(WRONG)).diagnostics.map(({ code }) => code);
    expect(expected).not.toEqual([]);
    // A process that has found nothing clean by itself.
    vi.resetModules();
    const rules = await import("../../../../src/paperwork/rules/index.ts");
    expect(rules.runRules(template(WRONG)).diagnostics.map(({ code }) => code)).toEqual(expected);
    expect(rules.runRules(template(RIGHT))).toEqual({ diagnostics: [], waived: [], clean: [] });
  });
});
