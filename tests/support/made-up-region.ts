import { rmSync } from "node:fs";
import { join } from "node:path";
import { initCentre } from "../../src/desk/drafting/index.ts";
import { madeUpCentre } from "./made-up-centres.ts";
import { addPapers } from "./made-up-papers.ts";

/** Content folders of a region of nobody's centres: each with the papers of all kinds of its first year, by the doors of the program. */
export async function writeRegion(folder: string, count: number): Promise<string[]> {
  const folders: string[] = [];
  for (let number = 0; number < count; number++) {
    const centre = madeUpCentre(number);
    const content = join(folder, `centre-${String(number + 1).padStart(4, "0")}`);
    const begun = await initCentre({ folder: content, answers: centre.answers, date: centre.date });
    if (begun.value === undefined) throw new Error(begun.diagnostics.map(({ message }) => message.en).join("\n"));
    addPapers(content, centre);
    // For editors only.
    rmSync(join(content, ".schemas"), { recursive: true, force: true });
    folders.push(content);
  }
  return folders;
}
