import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSet } from "../../src/project/pipeline/index.ts";

const SECOND = "tests/fixtures/second-centre";
const FOLDERS = ["archive", "order-general", "acquaintance-sheet", "order-register", "bundle-cover"];

/** A project of a handful of documents that depend on one another: orders, their sheets, a register and a cover that counts pages. */
export class SmallProject {
  readonly content: string;
  readonly templates: string;

  constructor(folder: string, content = "content") {
    this.content = join(folder, content);
    this.templates = join(folder, "templates");
    for (const name of [...FOLDERS, "partials", "profiles"])
      cpSync(join("templates", name), join(this.templates, name), { recursive: true });
    for (const name of ["centre.yaml", "settings.yaml", "people", "organisations", "territories"])
      cpSync(join(SECOND, name), join(this.content, name), { recursive: true });
    for (const name of ["register", "cover"])
      cpSync(join(SECOND, "documents", `${name}.yaml`), join(this.content, "documents", `${name}.yaml`));
    // The cover of a set without a plan.
    this.editTemplate("bundle-cover/schema.json", (text) => text.replace(', "plan"]', "]"));
    this.edit("documents/cover.yaml", (text) => text.replace(/^plan:.*\n/m, ""));
    // These few are no whole set.
    this.edit("settings.yaml", (text) => `${text}rules: { TRC2143: warning, TRC2152: warning }\n`);
    this.write("orders/one.yaml", order({ number: "1-О", date: "2024-09-05", subject: "О первом" }));
    this.write(
      "orders/two.yaml",
      order({ number: "2-О", date: "2024-10-07", subject: "О втором", acknowledge: ["kulik-sp"] }),
    );
  }

  read(inside: string): string {
    return readFileSync(join(this.content, inside), "utf8");
  }

  write(inside: string, text: string): void {
    mkdirSync(dirname(join(this.content, inside)), { recursive: true });
    writeFileSync(join(this.content, inside), text);
  }

  remove(inside: string): void {
    rmSync(join(this.content, inside), { force: true });
  }

  /** Names of the records of a folder. */
  list(folder: string): string[] {
    return readdirSync(join(this.content, folder)).sort();
  }

  edit(inside: string, change: (text: string) => string): void {
    this.write(inside, change(this.read(inside)));
  }

  editTemplate(inside: string, change: (text: string) => string): void {
    const path = join(this.templates, inside);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }

  /** What a build of the first order as a PDF finds, and the sources of its places; nothing is written. */
  buildOrder(): ReturnType<typeof buildSet> {
    const { content, templates } = this;
    return buildSet({ content: [content], templates, out: null, only: ["order-general.one"], formats: ["pdf"] });
  }
}

export type OrderFields = {
  readonly number: string;
  readonly date: string;
  readonly subject: string;
  readonly acknowledge?: readonly string[];
};

export function order({ number, date, subject, acknowledge = [] }: OrderFields): string {
  return `kind: order-general
number: "${number}"
date: ${date}
issuer: centre
subject: ${subject}
items:
  - text: провести день открытых дверей центра
executor: lebed-ek
control: lebed-ek
caseIndex: "01-03"
${acknowledge.length > 0 ? `acknowledge: [${acknowledge.join(", ")}]\n` : ""}`;
}
