import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { initCentre, readAnswers, sampleAnswers } from "../../src/desk/drafting/index.ts";
import { signOff } from "../../src/office/approvals/index.ts";
import {
  type ReleaseOptions,
  type ReleaseReport,
  release,
  type VerifyOptions,
  verifyBundle,
} from "../../src/office/release/index.ts";
import { openSigner, type Signer } from "../../src/office/signatures/index.ts";
import type { identity } from "./certificates.ts";

/** A small centre in a folder of its own: few documents, nothing that depends on a clock. */
export type SmallCentre = { readonly root: string; readonly content: string; readonly templates: string };

/** Records kept of the starter's centre: the rest would only make the tests slow. */
const LEFT_OUT = /^(agreements|orders|plans|activities)\//;

/** Templates that its documents need. */
const TEMPLATES = [
  "acquaintance-sheet",
  "case-nomenclature",
  "editions",
  "order-status",
  "partials",
  "profiles",
  "regulation",
  "release",
] as const;

/** A centre with its regulation, an order and a nomenclature, under git with everything committed. */
export async function smallCentre(root: string): Promise<SmallCentre> {
  const content = join(root, "content");
  const templates = join(root, "templates");
  mkdirSync(root, { recursive: true });
  const file = join(root, "answers.yaml");
  writeFileSync(file, sampleAnswers());
  const answers = (await readAnswers(file)).value;
  rmSync(file);
  if (answers === undefined) throw new Error("the sample answers cannot be read");
  await initCentre({ folder: content, answers, date: "2025-09-05" });
  for (const name of readdirSync(content, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    const path = join(content, name);
    if (LEFT_OUT.test(name) && !/komitet-1-od-2025/.test(name)) rmSync(path);
    // Somebody has looked at what the program wrote.
    else writeFileSync(path, readFileSync(path, "utf8").replace(/^unconfirmed: .*\n/m, ""));
  }
  rmSync(join(content, ".schemas"), { recursive: true, force: true });
  const settings = join(content, "settings.yaml");
  const everyone = readdirSync(join(content, "people")).map((name) => name.replace(".yaml", ""));
  const roles = ["author", "lawyer", "head", "committee"].map((role) => `  ${role}: [${everyone.join(", ")}]`);
  writeFileSync(settings, `${readFileSync(settings, "utf8").trimEnd()}\napprovers:\n${roles.join("\n")}\n`);
  for (const name of TEMPLATES) cpSync(join("templates", name), join(templates, name), { recursive: true });
  writeFileSync(join(root, ".gitignore"), "/release/\n");
  git(root, "init", "-q");
  commit(root);
  return { root, content, templates };
}

/** Everything is approved by one person who may. */
export async function approveAll(
  { root, content, templates }: SmallCentre,
  signer: Signer | null = null,
): Promise<void> {
  const [person] = readdirSync(join(content, "people")).sort();
  const report = await signOff({
    content,
    templates,
    documents: [],
    person: (person ?? "").replace(".yaml", ""),
    roles: [],
    date: "2025-09-05",
    signer,
  });
  if (report.written.length === 0) throw new Error(JSON.stringify(report.diagnostics));
  commit(root);
}

export function commit(root: string): void {
  git(root, "add", "-A");
  git(root, "-c", "user.name=Учебный", "-c", "user.email=test@example.org", "commit", "-q", "-m", "Записи");
}

function git(root: string, ...parameters: string[]): void {
  const dates = { GIT_AUTHOR_DATE: "2025-09-05T10:00:00Z", GIT_COMMITTER_DATE: "2025-09-05T10:00:00Z" };
  execFileSync("git", ["-C", root, ...parameters], { env: { ...process.env, ...dates } });
}

export function releaseOf(
  { content, templates, root }: SmallCentre,
  options: Partial<ReleaseOptions> = {},
): Promise<ReleaseReport> {
  return release({
    content: [content],
    templates,
    out: join(root, "release/bundle.zip"),
    draft: false,
    signer: null,
    signDocuments: false,
    today: "2025-09-05",
    ...options,
  });
}

export function verify(bundle: string, options: Partial<VerifyOptions> = {}): ReturnType<typeof verifyBundle> {
  return verifyBundle({
    bundle,
    today: "2025-09-05",
    trust: null,
    expectDigest: null,
    rebuild: false,
    ...options,
  });
}

/** A signer of an identity made for the test. */
export async function signerOf(
  folder: string,
  name: string,
  who: Awaited<ReturnType<typeof identity>>,
): Promise<Signer> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.key`), who.keyPem);
  writeFileSync(join(folder, `${name}.crt`), who.certPem);
  const signer = await openSigner({ key: join(folder, `${name}.key`), cert: join(folder, `${name}.crt`) });
  if (signer === null) throw new Error("no signer");
  return signer;
}
