import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import {
  inLanguage,
  type ReportInput,
  reportGitlab,
  reportJunit,
  reportPretty,
  reportSarif,
} from "../../../../src/base/diagnostics/index.ts";
import { FaultBase } from "../../../support/fault-base.ts";

const base = new FaultBase("content");
const FILE = "orders/2025/119-od-2025.yaml";
const text = (base.texts.get(FILE) ?? "")
  .replace('"119-ОД"', '"112-ОД"')
  .replace("принять заявки", "принять  заявки согласно приказа <&> N 5");
const found = base.check({ [FILE]: text });
const diagnostics = inLanguage(found, "ru");
const waived = diagnostics.slice(0, 1).map((diagnostic) => ({ diagnostic, reason: "решение", date: "2025-11-05" }));
const input: ReportInput = {
  diagnostics,
  waived,
  sources: (file) => (file === `content/${FILE}` ? text : undefined),
  colour: false,
};

describe("reportSarif", () => {
  const schema = JSON.parse(readFileSync("tests/fixtures/sarif/sarif-2.1.0.schema.json", "utf8"));
  delete schema.$schema;
  delete schema.id;
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const valid = ajv.compile(schema);

  it("is valid against the schema of the standard, with findings and without", () => {
    for (const one of [input, { ...input, diagnostics: [], waived: [] }]) {
      valid(JSON.parse(reportSarif(one)));
      expect(valid.errors).toBeNull();
    }
  });

  it("carries places, related places, fixes and what is waived", () => {
    const { results, tool } = JSON.parse(reportSarif(input)).runs[0];
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toContain("TRC2101");
    const taken = results.find(({ ruleId }: { ruleId: string }) => ruleId === "TRC2101");
    expect(taken.relatedLocations[0].physicalLocation.artifactLocation.uri).toMatch(/112-od-2025\.yaml$/);
    const spaces = results.find(({ ruleId }: { ruleId: string }) => ruleId === "TRC4112");
    expect(spaces.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe(" ");
    expect(results.at(-1).suppressions[0].justification).toBe("решение (2025-11-05)");
  });
});

describe("reportGitlab", () => {
  it("gives every finding a fingerprint that its line does not change", () => {
    const prints = (shown: string): string[] =>
      JSON.parse(reportGitlab({ ...input, diagnostics: inLanguage(base.check({ [FILE]: shown }), "ru") })).map(
        ({ fingerprint }: { fingerprint: string }) => fingerprint,
      );
    expect(new Set(prints(text)).size).toBe(diagnostics.length);
    expect(prints(`# новая строка\n${text}`)).toEqual(prints(text));
  });
});

describe("reportJunit", () => {
  it("is XML with a failure for each finding and nothing unescaped", () => {
    const xml = reportJunit(input);
    expect(xml.match(/<failure /g)).toHaveLength(diagnostics.filter(({ severity }) => severity !== "info").length);
    expect(xml).toContain('<skipped message="решение (2025-11-05)"/>');
    expect(xml.replace(/&(?:amp|lt|gt|quot);/g, "")).not.toContain("&");
    expect(reportJunit({ ...input, diagnostics: [], waived: [] })).toContain('tests="1" failures="0"');
  });
});

describe("English", () => {
  it("takes the place of the Russian", () => {
    const english = inLanguage(found, "en");
    expect(reportPretty({ ...input, waived: [], diagnostics: english, language: "en" })).toMatch(
      /error TRC2101: Number "112-ОД" is already taken in 2025\n\s+-->[\s\S]*What to do: Next free[\s\S]*See: the number already belongs/,
    );
    expect(inLanguage(found, "ru")).toEqual(diagnostics);
  });
});
