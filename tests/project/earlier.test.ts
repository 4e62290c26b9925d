import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { compareSets } from "../../src/project/compare/index.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** The sample with a new surname and a new telephone, and what `earlier` says of the old ones. */
function renamed(name: string, earlier: string): string {
  const content = `${folder.path}/${name}`;
  cpSync("content", content, { recursive: true });
  const path = `${content}/people/lugovaya-ol.yaml`;
  const text = readFileSync(path, "utf8")
    .replace("surname: Луговая-Полевая", `surname: Ветрова\n${earlier}`)
    .replace('phone: "+7 (4812) 00-00-03"', 'phone: "+7 (4812) 00-00-77"');
  writeFileSync(path, text);
  return content;
}

const changed = async (after: string): Promise<number> => {
  const only = ["order-responsible", "agreement-base", "work-plan"];
  const { documents } = await compareSets({
    before: "content",
    after,
    content: "content",
    templates: "templates",
    only,
  });
  return documents.length;
};

it("a new surname and telephone change every document that names them, unless earlier says up to which day the old ones held", async () => {
  expect(await changed(renamed("without", ""))).toBeGreaterThan(3);
  const earlier = 'earlier:\n  - {to: 2026-11-01, surname: Луговая-Полевая, phone: "+7 (4812) 00-00-03"}';
  expect(await changed(renamed("with", earlier))).toBe(0);
});

it("a marriage and a new telephone of a person and of an organisation leave what is issued alone: check, set and public edition", async () => {
  const content = `${folder.path}/issued`;
  cpSync("content", content, { recursive: true });
  const run = (...argv: string[]) => trc(...argv, "--content", content, "--templates", "templates");
  expect((await run("issue", "agreement-base.2-2025-trc", "--registered", "2025-09-10")).code).toBe(0);
  const change = (file: string, ...pairs: readonly (readonly [string, string])[]): void => {
    const path = `${content}/${file}`;
    const text = readFileSync(path, "utf8");
    const changed = pairs.reduce((now, [from, to]) => now.replace(from, to), text);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  };
  change("people/lugovaya-ol.yaml", ["surname: Луговая-Полевая", "surname: Ветрова"], ["00-00-03", "00-00-77"]);
  change("organisations/base-obraztsovo.yaml", [
    /^phone: .*$/m.exec(readFileSync(`${content}/organisations/base-obraztsovo.yaml`, "utf8"))?.[0] ?? "",
    'phone: "+7 (4812) 00-00-78"',
  ]);
  const only = ["--only", "agreement-base,order-responsible"];
  const refused = await run("check", ...only);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("TRC8101")]);
  expect(refused.stderr).toContain("earlier: [{to: ГГГГ-ММ-ДД, phone: …}]");
  change("people/lugovaya-ol.yaml", [
    "gender:",
    'earlier: [{to: 2026-11-01, surname: Луговая-Полевая, phone: "+7 (4812) 00-00-03"}]\ngender:',
  ]);
  const old = /^phone: (.*)$/m.exec(readFileSync("content/organisations/base-obraztsovo.yaml", "utf8"))?.[1] ?? "";
  change("organisations/base-obraztsovo.yaml", ["role:", `earlier: [{to: 2026-11-01, phone: ${old}}]\nrole:`]);
  for (const argv of [["check"], ["build"], ["build", "--edition", "public"]]) {
    const out = argv[0] === "build" ? ["--out", `${folder.path}/out-${argv.length}`] : [];
    const { code, stderr } = await run(...argv, ...only, ...out);
    expect([argv, code, stderr]).toEqual([argv, 0, ""]);
  }
});
