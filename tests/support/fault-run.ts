import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Diagnostic } from "../../src/base/diagnostics/index.ts";
import { FaultBase } from "./fault-base.ts";
import { type Fault, inject } from "./faults.ts";
import { kindSample } from "./kind-samples.ts";
import { build, temporaryFolder } from "./samples.ts";

export type FaultReport = { readonly diagnostics: readonly Diagnostic[]; readonly line: number };

/** Injects faults into a copy of the sample, one at a time, and reports what the product says of each. */
export class FaultRun {
  readonly base = new FaultBase("content");
  readonly #folder = temporaryFolder();

  constructor() {
    cpSync("content", `${this.#folder.path}/content`, { recursive: true });
    cpSync("templates", `${this.#folder.path}/templates`, { recursive: true });
  }

  remove(): void {
    this.#folder.remove();
  }

  /** Records and rules alone where they suffice; a build where templates or pages are concerned. */
  async report(fault: Fault): Promise<FaultReport> {
    return fault.template || fault.render ? await this.#built(fault) : this.#checked(fault);
  }

  #checked(fault: Fault): FaultReport {
    const { text, line } = inject(fault, this.base.textOf(fault.file));
    const change = text !== null && fault.bytes ? Buffer.from(text, "latin1") : text;
    const { given } = fault;
    const other = given && { [given.file]: inject({ ...fault, ...given }, this.base.textOf(given.file)).text };
    return { diagnostics: this.base.check({ ...other, [fault.file]: change }, "2026-12-31"), line };
  }

  async #built(fault: Fault): Promise<FaultReport> {
    const path = `${this.#folder.path}/${fault.template ? "templates" : "content"}/${fault.file}`;
    const before = readIfThere(path);
    const { text, line } = inject(fault, before ?? kindSample(fault.file));
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
    try {
      const { diagnostics } = await build(null, {
        content: [`${this.#folder.path}/content`],
        templates: `${this.#folder.path}/templates`,
        only: fault.render ?? [],
      });
      return { diagnostics, line };
    } finally {
      if (before === undefined) rmSync(path, { force: true });
      else writeFileSync(path, before);
    }
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** A finding as `CODE file:line`, the file inside its folder; without a place the code alone. */
export function shownFinding({ code, place }: Diagnostic): string {
  const file = place?.file.replace(/^.*?(?:content|templates)\//, "") ?? "";
  return place === undefined ? code : `${code} ${file}:${place.start.line}`;
}
