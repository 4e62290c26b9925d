import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type BundleHead, PART } from "../../../../src/office/release/bundle-format.ts";
import { registerFaults, registersIn } from "../../../../src/office/release/registers.ts";
import { registerHeads } from "../../../../src/project/pipeline/index.ts";
import { readProject } from "../../../../src/project/reading/index.ts";

type Files = Map<string, Uint8Array>;

/** The register of the sample as a bundle holds it. */
const REGISTER: Files = new Map(
  readdirSync("content/register", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [`${PART.content}content/register/${name}`, readFileSync(`content/register/${name}`)]),
);

async function heads(): Promise<BundleHead[]> {
  const { value } = await readProject({ content: "content", templates: "templates" });
  if (value === undefined) throw new Error("the sample cannot be read");
  return registerHeads([{ centre: "content", folder: "content", files: [], dossier: value.dossier }]);
}

/** What is found wrong; null when all is proven. */
function faultsOf(files: Files, registers: readonly BundleHead[]): string | null {
  const faults = [...registerFaults(registersIn(files), registers)];
  return faults.length === 0 ? null : faults.map(({ ru }) => ru).join("\n");
}

function changed(change: (files: Files, newest: string, middle: string) => void): Files {
  const files = new Map(REGISTER);
  const places = [...files].map(([path, bytes]) => [path, /^entry: (\d+)$/m.exec(Buffer.from(bytes).toString())?.[1]]);
  const at = (entry: number): string => places.find(([, place]) => place === String(entry))?.[0] ?? "";
  change(files, at(REGISTER.size), at(3));
  return files;
}

describe("the registers of a bundle", () => {
  it("are proven whole as they left the release", async () => {
    const reported = await heads();
    expect(reported).toEqual([
      expect.objectContaining({ centre: "content", series: "orders centre №-ОД 2025", entries: REGISTER.size }),
    ]);
    expect(faultsOf(REGISTER, reported)).toBeNull();
    expect(faultsOf(new Map(), [])).toBeNull();
  });

  it.each<[string, Files, RegExp]>(
    [
      [
        "without the newest entry",
        changed((files, newest) => files.delete(newest)),
        /а при выпуске кончался записью 7/,
      ],
      ["without any", new Map(), /в комплекте нет/],
      ["without one in the middle", changed((files, _, middle) => files.delete(middle)), /нет записи 3/],
      [
        "with an entry changed by hand",
        changed((files, _, middle) => {
          const text = Buffer.from(files.get(middle) ?? []).toString();
          files.set(middle, Buffer.from(text.replace(/pages: \d+/, "pages: 99")));
        }),
        /изменена после издания/,
      ],
      ["with bytes that are no entry", changed((files, newest) => files.set(newest, Buffer.from("a: [")))],
      [
        "with an entry of other properties",
        changed((files, newest) => files.set(newest, Buffer.from("document: 1\n"))),
      ],
    ].map(([name, files, reason = /составлены неверно/]) => [name, files, reason] as [string, Files, RegExp]),
  )("%s are not", async (_name, files, reason) => {
    expect(faultsOf(files, await heads())).toMatch(reason);
  });

  it("that the manifest does not name are not", () => {
    expect(faultsOf(REGISTER, [])).toMatch(/не назван в manifest.json/);
  });
});
