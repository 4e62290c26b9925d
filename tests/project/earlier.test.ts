import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { compareSets } from "../../src/project/compare/index.ts";
import { temporaryFolder } from "../support/samples.ts";

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
