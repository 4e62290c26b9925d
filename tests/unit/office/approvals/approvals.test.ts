import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type SignOffOptions, signOff, signOffState } from "../../../../src/office/approvals/index.ts";
import { encodeApproval } from "../../../../src/office/approvals/write-approvals.ts";
import { openSigner } from "../../../../src/office/signatures/index.ts";
import { identity } from "../../../support/certificates.ts";
import { kindSample } from "../../../support/kind-samples.ts";
import { build, temporaryFolder } from "../../../support/samples.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const content = `${folder.path}/content`;
const templates = `${folder.path}/templates`;
const ORDER = "order-general.91-od-2025";
const RECORD = `${content}/orders/2025/91-od-2025.yaml`;

beforeEach(() => {
  for (const name of ["content", "templates"]) {
    rmSync(`${folder.path}/${name}`, { recursive: true, force: true });
    cpSync(name, `${folder.path}/${name}`, { recursive: true });
  }
  rmSync(`${content}/approvals`, { recursive: true, force: true });
});

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

async function approve(person: string, options: Partial<SignOffOptions> = {}) {
  return signOff({
    content,
    templates,
    documents: [ORDER],
    person,
    roles: [],
    date: "2025-09-10",
    signer: null,
    ...options,
  });
}

async function state(only = [ORDER]) {
  const { documents } = await signOffState(await build(null, { content: [content], templates, only }));
  const [document] = documents;
  if (document === undefined) throw new Error("no document");
  return document;
}

describe("sign-off", () => {
  it("sends an editor to the schema of the project, where it has one", async () => {
    const first = (file: string | undefined): string => readFileSync(`${file}`, "utf8").split("\n")[0] ?? "";
    mkdirSync(`${content}/.schemas`);
    const { written } = await approve("berezkina-mp");
    expect(first(written[0]?.file)).toBe("# yaml-language-server: $schema=../.schemas/approval.json");
  });

  it("is complete when everyone whom the kind names has approved", async () => {
    expect((await state()).missing).toEqual(["author", "head"]);
    await approve("lugovaya-ol");
    expect((await state()).missing).toEqual(["head"]);
    const { written } = await approve("berezkina-mp");
    expect(written.map(({ roles }) => roles)).toEqual([["author", "head"]]);
    expect(await state()).toMatchObject({ missing: [], approvals: [{ state: "valid" }, { state: "valid" }] });
  });

  it("approves what is made for each row of a record with the one of all, and names that where a row is named", async () => {
    const record = "documents/sample-of-consent-processing.yaml";
    writeFileSync(`${content}/${record}`, kindSample(record) ?? "");
    const all = "consent-processing.sample-of-consent-processing";
    const row = await approve("berezkina-mp", { documents: [`${all}.sedyh-ln`] });
    expect(row.diagnostics.map(({ code }) => code)).toEqual(["TRC7002"]);
    expect(row.diagnostics[0]?.hints.at(-1)?.ru).toContain(`вместе с общим: ${all}`);
    const { diagnostics, written } = await approve("berezkina-mp", { documents: ["sample-of-consent-processing"] });
    expect([diagnostics, written.map(({ document }) => document)]).toEqual([[], [all]]);
    const only = ["sample-of-consent-processing"];
    const report = await build(null, { content: [content], templates, only });
    expect(report.diagnostics).toEqual([]);
    expect((await signOffState(report)).documents.map(({ missing }) => missing)).toEqual([[], [], []]);
  });

  it("is void after any change of the words, and says which", async () => {
    await approve("berezkina-mp");
    edit(RECORD, "2025-09-19", "2025-09-22");
    const { missing, approvals } = await state();
    expect(missing).toEqual(["author", "head"]);
    expect(approvals[0]).toMatchObject({ state: "void", reason: "words" });
    const [change, ...others] = approvals[0]?.changes ?? [];
    expect(others).toEqual([]);
    expect(change?.words.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "19" },
      { kind: "added", text: "22" },
    ]);
  });

  it("holds after a change that leaves the words alone", async () => {
    await approve("berezkina-mp");
    edit(RECORD, "kind: order-general", "# Примечание для себя\nkind: order-general");
    edit(`${templates}/order-general/body.hbs`, "{{> order-head", "\n\n{{> order-head");
    edit(`${content}/settings.yaml`, "percentStyle: spaced", "percentStyle: spaced\nprofile: gost-2016");
    expect(await state()).toMatchObject({ missing: [], approvals: [{ state: "valid", reason: null }] });
  });

  it("is void when the record of it was edited, and when the person no longer may", async () => {
    await approve("berezkina-mp");
    const [file] = readdirSync(`${content}/approvals`);
    edit(`${content}/approvals/${file}`, "приказываю:", "предлагаю:");
    expect((await state()).approvals[0]).toMatchObject({ state: "void", reason: "edited" });
    await approve("berezkina-mp");
    edit(
      `${content}/centre.yaml`,
      "{person: berezkina-mp, title: директор, from: 2015-08-24",
      "{person: klenov-pa, title: директор, from: 2015-08-24",
    );
    expect((await state()).approvals[0]?.state).toBe("void");
  });

  it("is refused to strangers, the unknown, and the wrong role, and then writes nothing", async () => {
    expect((await approve("nobody")).diagnostics.map(({ code }) => code)).toEqual(["TRC7001"]);
    expect((await approve("../../etc")).diagnostics.map(({ code }) => code)).toEqual(["TRC7001"]);
    expect((await approve("lugovaya-ol", { roles: ["head"] })).diagnostics.map(({ code }) => code)).toEqual([
      "TRC7002",
    ]);
    expect((await approve("berezkina-mp", { date: "2026-02-01", roles: ["head"] })).diagnostics[0]?.code).toBe(
      "TRC7002",
    );
    expect((await approve("lugovaya-ol", { documents: ["../x"] })).diagnostics[0]?.code).toBe("TRC0004");
    expect(() => readdirSync(`${content}/approvals`)).toThrow("ENOENT");
  });

  it("takes everything that waits for a person at once", async () => {
    const { written } = await approve("kuznets-mr", { documents: [] });
    expect(written.length).toBeGreaterThan(5);
    expect(new Set(written.flatMap(({ roles }) => roles))).toEqual(new Set(["lawyer", "committee", "author"]));
  });

  it("reports an approval whose document is no longer in the set", async () => {
    await approve("berezkina-mp");
    const [file] = readdirSync(`${content}/approvals`);
    edit(`${content}/approvals/${file}`, ORDER, "order-general.gone");
    const { diagnostics } = await signOffState(await build(null, { content: [content], templates, formats: [] }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC7003"]);
  });

  it("is signed with the key of the person's certificate, and with no other", async () => {
    const own = await identity("Берёзкина Мария Петровна");
    const other = await identity("Другое Лицо");
    mkdirSync(`${folder.path}/keys`, { recursive: true });
    for (const [name, { keyPem, certPem }] of Object.entries({ own, other })) {
      writeFileSync(`${folder.path}/keys/${name}.key`, keyPem);
      writeFileSync(`${folder.path}/keys/${name}.crt`, certPem);
    }
    const signer = (name: string) =>
      openSigner({ key: `${folder.path}/keys/${name}.key`, cert: `${folder.path}/keys/${name}.crt` });
    const person = `${content}/people/berezkina-mp.yaml`;
    const pem = own.certPem
      .trim()
      .split("\n")
      .map((line) => `    ${line}`)
      .join("\n");
    writeFileSync(person, `${readFileSync(person, "utf8").trimEnd()}\ncertificates:\n  - |\n${pem}\n`);
    expect((await approve("berezkina-mp", { signer: await signer("other") })).diagnostics[0]?.code).toBe("TRC7006");
    expect((await approve("berezkina-mp", { signer: await signer("own") })).diagnostics).toEqual([]);
    expect((await state()).approvals[0]).toMatchObject({ state: "valid", signature: { state: "valid" } });
    const [file] = readdirSync(`${content}/approvals`);
    edit(`${content}/approvals/${file}`, "date: 2025-09-10", "date: 2025-09-11");
    expect((await state()).approvals[0]).toMatchObject({ state: "void", reason: "signature" });
  });
});

describe("the record of an approval", () => {
  it("gives back any text to the letter", () => {
    const statement = {
      document: "a.b",
      person: "p",
      roles: ["head"],
      date: "2025-09-05",
      digest: "0",
      words: "1",
    } as const;
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
        fc.string({ maxLength: 40 }),
        (text, more) => {
          const whole = `${text}\n  ${more}\n`;
          expect(parse(encodeApproval({ statement, text: whole, signature: null }, "# $schema")).text).toBe(whole);
        },
      ),
    );
  });
});
