import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { text } from "../../../../src/base/diagnostics/index.ts";
import { examine } from "../../../../src/desk/status/index.ts";
import { temporaryFolder } from "../../../support/samples.ts";

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

  it("tells what a killed run has left among the records, and nothing where there is nothing", async () => {
    const folder = temporaryFolder();
    cpSync("content", `${folder.path}/content`, { recursive: true });
    const looked = async () =>
      (await examine({ ...options, content: `${folder.path}/content`, ask: async () => null })).filter(
        ({ name }) => name.en === "Unfinished files",
      );
    expect(await looked()).toEqual([]);
    writeFileSync(`${folder.path}/content/orders/.trc-part-0123456789abcdef`, "half");
    const [left] = await looked();
    folder.remove();
    expect(left?.state).toBe("advice");
    expect(left?.found.ru).toContain("1: ");
    expect(left?.found.ru).toContain(".trc-part-0123456789abcdef");
  });

  it("says of templates that are not there what is wrong with them, not that a centre is to be begun", async () => {
    const found = await examine({ ...options, templates: `${options.content}-x`, ask: async () => null });
    const hints = found.flatMap(({ remedy }) => remedy?.en ?? []).join("\n");
    expect(hints).toContain("--templates");
    expect(hints).not.toContain("trc init");
  });

  it("knows when the year that a plan goes on to has no calendar", async () => {
    const folder = temporaryFolder();
    const content = `${folder.path}/content`;
    cpSync("content", content, { recursive: true });
    rmSync(`${content}/calendar/2026.yaml`);
    const calendarOn = async (date: string) =>
      (await examine({ ...options, content, date, ask: async () => null })).find(
        ({ name }) => name.en === "Work calendar",
      );
    expect(await calendarOn("2025-10-01")).toMatchObject({
      state: "advice",
      remedy: { ru: "Создайте его: trc new calendar --set year=2026" },
    });
    expect(await calendarOn("2024-10-01")).toMatchObject({ found: { en: "there is none of 2024" } });
    folder.remove();
  });

  it("knows when the year has no calendar", async () => {
    const found = await examine({ ...options, date: "2031-02-10", ask: async () => null });
    expect(found).toContainEqual(
      expect.objectContaining({ name: text("Рабочий календарь", "Work calendar"), state: "advice" }),
    );
  });
});
