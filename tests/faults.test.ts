import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CODES, type Diagnostic } from "../src/diagnostics/index.ts";
import { RULES } from "../src/rules/index.ts";
import { FaultBase } from "./support/fault-base.ts";
import { type Fault, inject, readFaults } from "./support/faults.ts";
import { build, temporaryFolder } from "./support/samples.ts";

const faults = readFaults();
const base = new FaultBase("content");
const folder = temporaryFolder();
beforeAll(() => {
  cpSync("content", `${folder.path}/content`, { recursive: true });
  cpSync("templates", `${folder.path}/templates`, { recursive: true });
});
afterAll(folder.remove);

/** Findings as `CODE file:line`, the file inside its folder. */
async function found(fault: Fault): Promise<{ readonly shown: string[]; readonly line: number }> {
  const diagnostics = fault.template || fault.render ? await rendered(fault) : checked(fault);
  return { shown: diagnostics.diagnostics.map(shown), line: diagnostics.line };
}

type Checked = { readonly diagnostics: readonly Diagnostic[]; readonly line: number };

function checked(fault: Fault): Checked {
  const { text, line } = inject(fault, base.texts.get(fault.file));
  const change = text !== null && fault.bytes ? Buffer.from(text, "latin1") : text;
  return { diagnostics: base.check({ [fault.file]: change }, "2026-12-31"), line };
}

async function rendered(fault: Fault): Promise<Checked> {
  const path = `${folder.path}/${fault.template ? "templates" : "content"}/${fault.file}`;
  let before: string | undefined;
  try {
    before = readFileSync(path, "utf8");
  } catch {
    before = undefined;
  }
  const { text, line } = inject(fault, before);
  mkdirSync(dirname(path), { recursive: true });
  if (text === null) rmSync(path);
  else writeFileSync(path, text);
  try {
    const { diagnostics } = await build(null, {
      content: [`${folder.path}/content`],
      templates: `${folder.path}/templates`,
      only: fault.render ?? [],
    });
    return { diagnostics, line };
  } finally {
    if (before === undefined) rmSync(path, { force: true });
    else writeFileSync(path, before);
  }
}

function shown({ code, place }: Diagnostic): string {
  const file = place?.file.replace(/^.*?(?:content|templates)\//, "") ?? "";
  return place === undefined ? code : `${code} ${file}:${place.start.line}`;
}

describe("the fault corpus", () => {
  it.each(
    faults.map(
      (fault) => [`${fault.source}: ${fault.code} ${fault.file} ${fault.to?.slice(0, 40) ?? ""}`, fault] as const,
    ),
  )("%s", async (_name, fault) => {
    const { shown: all, line } = await found(fault);
    expect(all).toContain(fault.placeless ? fault.code : `${fault.code} ${fault.in ?? fault.file}:${line}`);
  });

  it("holds at least 250 faults, every rule at least twice", () => {
    expect(faults.length).toBeGreaterThanOrEqual(250);
    const count = (code: string): number => faults.filter((fault) => fault.code === code).length;
    // The engine never makes this one; its rule watches over it and is tried on made-up pages in finished.test.ts.
    const poor = RULES.filter(({ code }) => count(code) < 2 && code !== "TRC2508").map(
      ({ code }) => `${code}: ${count(code)}`,
    );
    expect(poor).toEqual([]);
    expect(faults.filter(({ code }) => CODES[code] === undefined)).toEqual([]);
  });
});
