import { dirname, join, relative } from "node:path";
import { type Diagnostic, same, type Text, text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { entriesOf, type HeadKeeper, headsOf, lostOf } from "../../paperwork/register/index.ts";
import { keptInOutput, type ManifestHead } from "../output/index.ts";
import { type Centre, git, realpath, repositoryOf } from "../reading/index.ts";
import type { BuildInput } from "./make-set.ts";

/** What remembers the registers of content folders: the commit that is checked out and the one before it, and the set in the output folder. */
export async function registerKeepers(folders: readonly Centre[], out: string | null): Promise<HeadKeeper[]> {
  const committed: HeadKeeper[] = [];
  for (const [top, own] of byRepository(folders))
    for (let at = 0; at < own.length; at += AT_ONCE) {
      const some = own.slice(at, at + AT_ONCE);
      const asked = COMMITS.map(async (one) => ({ ...one, heads: await committedHeads(top, some, one.commit) }));
      for (const { name, isBefore, heads } of await Promise.all(asked))
        committed.push(
          ...some.map(({ centre, folder }) => ({ name, centre, isBefore, heads: heads.get(folder) ?? [] })),
        );
    }
  return [...committed, ...(out === null ? [] : await keepersIn(out))].filter(({ heads }) => heads.length > 0);
}

/** Git is started once for so many folders: a command line has an end. */
const AT_ONCE = 200;

/** Folders by the repository they lie in, those of none left out: of a thousand centres git would else be started two thousand times. */
function byRepository(folders: readonly Centre[]): Map<string, Centre[]> {
  const found = new Map<string, Centre[]>();
  for (const one of folders) {
    const top = repositoryOf(one.folder);
    if (top !== null) found.set(top, [...(found.get(top) ?? []), one]);
  }
  return found;
}

/** Heads of the registers of a set, as its manifest keeps them. */
export function registerHeads(inputs: readonly BuildInput[]): ManifestHead[] {
  return inputs.flatMap(({ centre, dossier }) =>
    centre === null || dossier === null ? [] : headsOf(entriesOf(dossier)).map((head) => ({ centre, ...head })),
  );
}

/** Seals of all entries of the registers of a set. */
export function sealsOf(inputs: readonly BuildInput[]): string[] {
  return inputs.flatMap(({ dossier }) => (dossier === null ? [] : entriesOf(dossier).map(({ fields }) => fields.seal)));
}

/** What the registers have lost of what their keepers remember, and what keeps these from saying it. Code TRC8008. */
export function lostEntries(inputs: readonly BuildInput[], keepers: readonly HeadKeeper[]): Diagnostic[] {
  const centres = inputs.filter(({ centre }) => centre !== null);
  return centres.flatMap(({ centre, dossier }) => {
    const own = keepers.filter((one) => one.centre === centre || (one.centre === null && centres.length === 1));
    return dossier === null ? [] : [...own.flatMap(({ faults = [] }) => faults), ...lostOf(own, entriesOf(dossier))];
  });
}

/** The set in an output folder as a keeper, for each centre in it. */
export async function keepersIn(out: string): Promise<HeadKeeper[]> {
  const heads = await keptInOutput(out);
  return [...new Set(heads.map(({ centre }) => centre))].map((centre) => ({
    name: same(`${out}/manifest.json`),
    centre,
    heads: heads.filter((head) => head.centre === centre),
  }));
}

/** A deletion that is committed is remembered by the commit before it. */
const COMMITS: readonly { readonly commit: string; readonly name: Text; readonly isBefore: boolean }[] = [
  { commit: "HEAD", name: text("фиксация git HEAD", "the commit HEAD of git"), isBefore: false },
  { commit: "HEAD^", name: text("предыдущая фиксация git HEAD^", "the commit HEAD^ of git"), isBefore: true },
];

/** Properties of an entry that its series and its place in it follow from. */
const KEYS = "document|order|agreement|regulation|plan|report|sheet|record|author|prefix|suffix|year|entry|seal";

/** Heads of the registers of folders as a commit has them; none where there is no such commit, no register in it, or no git. */
async function committedHeads(
  top: string,
  centres: readonly Centre[],
  commit: string,
): Promise<Map<string, HeadKeeper["heads"]>> {
  const folders = new Map(
    centres.map(({ folder }) => [posixPath(join(relative(top, realpath(folder) ?? folder), "register")), folder]),
  );
  const asked = ["grep", "--no-color", "--no-line-number", "-z", "-E", `^(${KEYS}): `, commit, "--"];
  const paths = [...folders.keys()].map((path) => `:(literal)${path}`);
  const entries = new Map<string, Map<string, Record<string, unknown>>>();
  for (const line of ((await git(top, [...asked, ...paths], ownGit())) ?? "").split("\n")) {
    const [, path, key, value] = /^(.+)\0(\w+): (.+?)\r?$/.exec(line) ?? [];
    if (path === undefined || key === undefined || value === undefined) continue;
    let shelf = path.slice(commit.length + 1);
    while (shelf !== "." && !folders.has(shelf)) shelf = dirname(shelf);
    const own = entries.get(shelf) ?? new Map<string, Record<string, unknown>>();
    entries.set(shelf, own.set(path, { ...own.get(path), [key]: valueIn(value) }));
  }
  return new Map(
    [...entries].flatMap(([shelf, own]) => {
      const folder = folders.get(shelf);
      return folder === undefined ? [] : [[folder, headsIn([...own.values()])] as const];
    }),
  );
}

function headsIn(entries: readonly Record<string, unknown>[]): HeadKeeper["heads"] {
  const whole = entries.filter(
    (fields) => typeof fields.seal === "string" && typeof fields.entry === "number" && typeof fields.year === "number",
  );
  return headsOf(whole.map((fields) => ({ fields: fields as Parameters<typeof headsOf>[0][number]["fields"] })));
}

function valueIn(written: string): unknown {
  if (/^\d{1,9}$/.test(written)) return Number(written);
  try {
    return written.startsWith('"') ? JSON.parse(written) : written;
  } catch {
    return written;
  }
}

/** A hook of git has variables of its own, which would send git elsewhere when asked in another folder. */
function ownGit(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_(?!CONFIG|CEILING|EXEC)/.test(name)));
}
