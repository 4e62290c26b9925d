import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { initCentre } from "../../src/desk/drafting/index.ts";
import { madeUpCentre } from "./made-up-centres.ts";
import { addPapers } from "./made-up-papers.ts";
import { order, SmallProject } from "./small-project.ts";

/** Content folders of a region of nobody's centres: each with the papers of all kinds of its first year, by the doors of the program. */
export async function writeRegion(folder: string, count: number): Promise<string[]> {
  const folders: string[] = [];
  for (const [index, content] of centresIn(folder, count)) {
    const centre = madeUpCentre(index);
    const begun = await initCentre({ folder: content, answers: centre.answers, date: centre.date });
    if (begun.value === undefined) throw new Error(begun.diagnostics.map(({ message }) => message.en).join("\n"));
    addPapers(content, centre);
    // For editors only.
    rmSync(join(content, ".schemas"), { recursive: true, force: true });
    folders.push(content);
  }
  return folders;
}

/** A region of centres of a handful of documents, five to seven each, and the folder `templates` beside them: for trials of what many centres are made by. */
export function writeSmallRegion(folder: string, count: number): string[] {
  const small = new SmallProject(join(folder, ".."), "one");
  const folders: string[] = [];
  for (const [index, content] of centresIn(folder, count)) {
    cpSync(small.content, content, { recursive: true });
    for (let more = 0; more < index % 3; more++)
      writeFileSync(
        join(content, `orders/more-${more}.yaml`),
        order({ number: `${more + 3}-О`, date: `2024-11-${10 + more}`, subject: `О деле ${index + 1}` }),
      );
    folders.push(content);
  }
  rmSync(small.content, { recursive: true });
  return folders;
}

function centresIn(folder: string, count: number): (readonly [index: number, content: string])[] {
  return Array.from({ length: count }, (_, index) => [
    index,
    join(folder, `centre-${String(index + 1).padStart(4, "0")}`),
  ]);
}
