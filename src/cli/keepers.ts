import { existsSync } from "node:fs";
import { isWithin } from "../base/storage/index.ts";
import type { BuildOptions } from "../project/pipeline/index.ts";

/** Where the commands put by default what remembers a register. */
const OUT = "out";
const BUNDLE = "release/bundle.zip";
const ARCHIVE = "archive";
const TREE = "register-tree";

/**
 * What lies beside the records and remembers their register: the built set, the last release, the archive, the tree. Records of another folder than the one we
 * stand in are not those that these were made of.
 * @param out the output folder that is asked by the build itself
 */
export async function keepersBeside(
  content: readonly string[],
  out: string | null = null,
): Promise<NonNullable<BuildOptions["keepers"]>> {
  const here = await Promise.all(content.map((folder) => isWithin(".", folder)));
  if (here.includes(false)) return [];
  const { keepersIn } = await import("../project/pipeline/index.ts");
  return [
    ...(out === OUT ? [] : await keepersIn(OUT)),
    ...(existsSync(BUNDLE) ? await (await import("../office/release/index.ts")).bundleKeepers(BUNDLE) : []),
    ...(existsSync(ARCHIVE) ? await (await import("../office/archive/index.ts")).archiveKeeper(ARCHIVE) : []),
    ...(existsSync(TREE) ? await (await import("../office/register-tree/index.ts")).treeKeeper(TREE) : []),
  ];
}
