import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { text } from "../../../../src/base/diagnostics/index.ts";
import { examine } from "../../../../src/desk/status/index.ts";

const options = { content: "content", templates: "templates", out: "out", date: "2026-02-10", nodeVersion: "v20.12.0" };

describe("the examination", () => {
  it.each([
    ["v18.20.0", "fault"],
    ["v20.11.1", "fault"],
    ["v20.12.0", "good"],
    ["v24.0.0", "good"],
  ])("finds Node %s a %s", async (nodeVersion, state) => {
    const found = await examine({ ...options, nodeVersion, ask: async () => null });
    expect(found).toContainEqual(expect.objectContaining({ name: { ru: "Node.js", en: "Node.js" }, state }));
  });

  it("names the program by its version and the digest of all that runs", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
    const [program] = await examine({ ...options, ask: async () => null });
    expect(program?.name.ru).toBe("Программа");
    expect(program?.found.ru).toMatch(
      new RegExp(`^trc ${version.replaceAll(".", "\\.")}, (коммит [0-9a-f]{40}, )?SHA-256 [0-9a-f]{64}$`),
    );
  });

  it("only advises on programs that are not there", async () => {
    const found = await examine({ ...options, ask: async () => null });
    expect(found.filter(({ state }) => state === "fault")).toEqual([]);
    expect(found.filter(({ state }) => state === "advice").map(({ name }) => name.ru)).toEqual([
      "История изменений (git)",
      "LibreOffice",
      "OpenSSL",
    ]);
  });

  it("finds an output folder that cannot be written", async () => {
    const found = await examine({ ...options, out: "/proc/nowhere/out", ask: async () => null });
    expect(found).toContainEqual(
      expect.objectContaining({ name: text("Папка вывода", "Output folder"), state: "fault" }),
    );
  });

  it("says of templates that are not there what is wrong with them, not that a centre is to be begun", async () => {
    const found = await examine({ ...options, templates: `${options.content}-x`, ask: async () => null });
    const hints = found.flatMap(({ remedy }) => remedy?.en ?? []).join("\n");
    expect(hints).toContain("--templates");
    expect(hints).not.toContain("trc init");
  });

  it("knows when the year has no calendar", async () => {
    const found = await examine({ ...options, date: "2031-02-10", ask: async () => null });
    expect(found).toContainEqual(
      expect.objectContaining({ name: text("Рабочий календарь", "Work calendar"), state: "advice" }),
    );
  });
});
