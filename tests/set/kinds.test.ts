import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { RULES } from "../../src/paperwork/rules/index.ts";
import { build, temporaryFolder } from "../support/samples.ts";

const kinds = readdirSync("templates", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`templates/${entry.name}/kind.yaml`))
  .map(({ name }) => name);
const folder = temporaryFolder();
const content = `${folder.path}/content`;

beforeAll(() => {
  cpSync("content", content, { recursive: true });
  // Rules check a record among the others; a sample of a kind stands for itself.
  const off = RULES.map(({ code }) => `  ${code}: "off"\n`).join("");
  writeFileSync(`${content}/settings.yaml`, `rules:\n${off}`);
});
afterAll(folder.remove);

describe.each(kinds)("the kind %s", (kind) => {
  it("says what it is, when to use it and which norm it follows", () => {
    const readme = readFileSync(`templates/${kind}/README.md`, "utf8");
    expect(readme.length).toBeGreaterThan(300);
    expect(readme).toMatch(/[а-я]/);
    const { retention, requisites } = parse(readFileSync(`templates/${kind}/kind.yaml`, "utf8")) as {
      retention: unknown;
      requisites: readonly string[];
    };
    expect(retention).toBeTruthy();
    expect(requisites.length).toBeGreaterThan(1);
  });

  it("names its norms, what is published and how long it is kept, each with how sure that is", () => {
    const readme = readFileSync(`templates/${kind}/README.md`, "utf8");
    const { retention, editions } = parse(readFileSync(`templates/${kind}/kind.yaml`, "utf8")) as {
      retention: { article: string; certainty: string };
      editions: readonly string[];
    };
    const section = (name: string): string =>
      readme.split("\n\n").find((paragraph) => paragraph.startsWith(`**${name}.**`)) ?? "";
    expect(section("Нормы")).toMatch(/\[[СЗП](?=[\] –])/u);
    expect(section("Хранение")).toContain(`[${retention.certainty}`);
    if (retention.article !== "–") expect(section("Хранение")).toContain(retention.article);
    expect(/[Нн]е публику|Нет: /u.test(section("Публичная редакция"))).toBe(!editions.includes("public"));
    expect(readme).toContain(
      "Метки: С – сверено с источником, З – по знанию, сверить с текстом, П – принято в проекте.",
    );
  });

  it("makes a document of its sample record without a finding", async () => {
    const sample = readFileSync(`templates/${kind}/sample.yaml`, "utf8");
    const { for: source } = parse(readFileSync(`templates/${kind}/kind.yaml`, "utf8")) as {
      for: { collection: string };
    };
    const target = `${content}/${source.collection}/sample-of-kind.yaml`;
    cpSync(`templates/${kind}/sample.yaml`, target);
    const { diagnostics, documents } = await build(null, { content: [content], only: [`${kind}.sample-of-kind`] });
    rmSync(target);
    expect(sample.length).toBeGreaterThan(50);
    expect(diagnostics).toEqual([]);
    expect(documents).toHaveLength(1);
  });
});
