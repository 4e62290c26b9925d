import { mkdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { SmallProject } from "../support/small-project.ts";
import { type Answer, trc } from "../support/trc.ts";

let folder: ReturnType<typeof temporaryFolder>;
let project: SmallProject;
beforeEach(() => {
  folder = temporaryFolder();
  project = new SmallProject(folder.path);
});
afterEach(() => folder.remove());

const run = (...command: readonly string[]): Promise<Answer> =>
  trc(...command, "--content", project.content, "--templates", project.templates);

/** A kind of a user: memos whose records lie in a folder that holds no documents otherwise. */
function addKind(collection: string, author = ""): void {
  const kind = `${project.templates}/memo`;
  mkdirSync(kind);
  writeFileSync(
    `${kind}/kind.yaml`,
    `title: Справка
group: "06 Листы"
for: { collection: ${collection} }
date: date
number: number
${author}name: "Справка № {{record.number}}"
heading: "Справка № {{record.number}} от {{dateNumeric record.date}}"
variant: sheet
requisites: [kind-title, dateline]
retention: { article: "200", term: years, years: 5, starts: next-year, note: "Хранится в деле", certainty: П }
signOff: [author]
editions: [original]
`,
  );
  writeFileSync(
    `${kind}/body.hbs`,
    "::kind[СПРАВКА]\n\n:::dateline{layout=order}\n::date[{{dateNumeric record.date}}]\n::number[№ {{record.number}}]\n:::\n\nСправка дана по месту требования.\n",
  );
  writeFileSync(
    `${kind}/schema.json`,
    JSON.stringify({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Справка",
      description: "Справка.",
      type: "object",
      additionalProperties: false,
      required: ["kind", "number", "date"],
      properties: {
        kind: { const: "memo", description: "Вид.", examples: ["memo"], "x-publish": "keep" },
        number: { type: "string", description: "Номер.", examples: ["1-С"], "x-publish": "keep" },
        date: { $ref: "trc:/schemas/1/common.json#/$defs/date", description: "Дата.", "x-publish": "keep" },
      },
    }),
  );
}

it.each(["activities", "districts", "results", "territories", "people"])(
  "a document of a kind of one's own whose records lie in %s is issued, with the next number of its series",
  async (collection) => {
    addKind(collection);
    for (const id of ["memo-a", "memo-b"])
      project.write(`${collection}/${id}.yaml`, 'kind: memo\nnumber: "__-С"\ndate: 2024-11-05\n');
    for (const [at, id] of ["memo-a", "memo-b"].entries()) {
      const { code, stderr } = await run("issue", id, "--registered", "2024-11-29");
      expect([code, stderr]).toEqual([0, expect.not.stringContaining("ошибка")]);
      expect(project.read(`${collection}/${id}.yaml`)).toContain(`number: "${at + 1}-С"`);
      expect(project.read(`register/2024/memo-${id}.yaml`)).toContain(`record: "${collection}/${id}"`);
    }
    const { stdout } = await run("register", "list");
    expect(stdout).toContain(`Ряд «${collection} centre №-С 2024»: записей – 2`);
    project.write(`${collection}/memo-b.yaml`, 'kind: memo\nnumber: "1-С"\ndate: 2024-11-05\n');
    expect((await run("check")).stderr).toContain("TRC2101");
  },
);
