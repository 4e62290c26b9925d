import { existsSync } from "node:fs";
import { readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, type Outcome, raise } from "../../base/diagnostics/index.ts";
import { safeJoin, storageFault, writeAlone } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { CONTENT_JOURNAL, entriesOf, recordNamed, yearStampOf } from "../../paperwork/register/index.ts";
import { missingFolder, readProject } from "../../project/reading/index.ts";
import { schoolYearNamed, type YearOptions } from "./begin-year.ts";
import { FINDINGS } from "./findings.ts";

/** A beginning of a school year taken back. */
export type UndoneYear = {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  readonly written: boolean;
};

/**
 * `trc year --undo`: removes the records with which a school year was begun, as far as nobody has changed them, and the folders that become empty. Codes TRC9009, TRC9012,
 * TRC9013 (a warning for each that was changed and stays), TRC9014 (documents of the year are issued; nothing is removed), TRC8201–TRC8204, TRC8206.
 */
export async function undoYear(options: YearOptions): Promise<Outcome<UndoneYear>> {
  if (schoolYearNamed(options.year) === null) return { diagnostics: [raise(FINDINGS.TRC9009, { of: [options.year] })] };
  if (!existsSync(options.content)) return { diagnostics: [missingFolder("--content", options.content)] };
  try {
    const { dryRun } = options;
    return await writeAlone(options.content, () => undone(options), { rule: CONTENT_JOURNAL, dryRun });
  } catch (error) {
    return { diagnostics: [storageFault(options.content, error)] };
  }
}

async function undone(options: YearOptions): Promise<Outcome<UndoneYear>> {
  const { value: project, diagnostics } = await readProject(options);
  if (project === undefined) return { diagnostics };
  const year = yearLabel(options.year);
  const stamped = project.files.flatMap(({ path, inside, bytes }) => {
    const stamp = yearStampOf(new TextDecoder().decode(bytes));
    return stamp?.year === year ? [{ path, inside, whole: stamp.whole }] : [];
  });
  if (stamped.length === 0) return { diagnostics: [raise(FINDINGS.TRC9012, { of: [year] })] };
  const issued = new Set(
    entriesOf(project.dossier).map(({ fields }) => {
      const named = recordNamed(fields);
      return named === null ? "" : `${named.collection}/${named.id}`;
    }),
  );
  const own = stamped.filter(({ inside }) =>
    issued.has(`${inside.split("/")[0]}/${(inside.split("/").at(-1) ?? "").slice(0, -".yaml".length)}`),
  );
  if (own.length > 0) return { diagnostics: [raise(FINDINGS.TRC9014, { of: [year, own.map(({ path }) => path)] })] };
  const removed = stamped.filter(({ whole }) => whole);
  if (options.dryRun !== true) for (const { inside } of removed) await removeFile(project.content, inside);
  const kept = stamped.filter(({ whole }) => !whole).map(({ path }) => posixPath(path));
  return {
    value: { removed: removed.map(({ path }) => posixPath(path)), kept, written: options.dryRun !== true },
    diagnostics: kept.map((file): Diagnostic => raise(FINDINGS.TRC9013, { of: [file] })),
  };
}

/** «2027-2028», «2027/28» → «2027/2028». */
function yearLabel(name: string): string {
  const { from = "", to = "" } = schoolYearNamed(name) ?? {};
  return `${from.slice(0, 4)}/${to.slice(0, 4)}`;
}

/** Removes a file, and the folders above it that have nothing else. */
async function removeFile(root: string, inside: string): Promise<void> {
  await rm(await safeJoin(root, inside));
  for (let folder = dirname(inside); folder !== "."; folder = dirname(folder)) {
    if ((await readdir(join(root, folder))).length > 0) return;
    await rmdir(join(root, folder));
  }
}
