import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, type Outcome, raise, type Text } from "../../base/diagnostics/index.ts";
import { safeJoin, storageFault, writeAlone, writeTogether } from "../../base/storage/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { changeYaml, conforms, isFields, readYaml, validateAgainst, yamlData } from "../../base/yaml/index.ts";
import { type ContentFile, formatOf, RECORD_FORMAT, unreadRecords } from "../../paperwork/records/index.ts";
import { CONTENT_JOURNAL, UPGRADE_UNDO } from "../../paperwork/register/index.ts";
import { missingFolder, readContent } from "../../project/reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { UPGRADE_STEPS } from "./upgrade-steps.ts";

/** Whose records are brought to today's format, and whether anything is written. */
export type UpgradeOptions = { readonly content: string; readonly dryRun?: boolean | undefined };

/** Records brought to today's format, or back. */
export type Upgraded = {
  readonly from: number;
  readonly to: number;
  /** What was done to which file, by its path inside. */
  readonly changes: readonly { readonly file: string; readonly what: readonly Text[] }[];
  readonly written: boolean;
};

const SETTINGS = "settings.yaml";
const NAMED = { ru: "формат записей назван", en: "the format of the records is named" };
/** What only its own commands write stays as it is, to the byte. */
const SEALED = /^(?:register|approvals)\//;
/** What a settings file of any format says of its format. */
const NAMES_FORMAT = {
  $id: "trc:/schemas/1/format-of-records.json",
  type: "object",
  properties: { format: { type: "integer", minimum: 1 } },
};
const UNDO = {
  type: "object",
  required: ["from", "to", "files"],
  additionalProperties: false,
  properties: {
    from: { type: "integer" },
    to: { type: "integer" },
    files: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["before", "after"],
        additionalProperties: false,
        properties: { before: { type: ["string", "null"] }, after: { type: "string" } },
      },
    },
  },
};
/** The text before, null where there was no file, and the digest of the text after. */
type Kept = { readonly before: string | null; readonly after: string };
type Undo = Pick<Upgraded, "from" | "to"> & { readonly files: { readonly [inside: string]: Kept } };
/** A byte order mark stays. */
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * `trc upgrade`: brings the records of a content folder to today's format, all of them or none, and keeps what they were for `undoUpgrade`. Neither the
 * register nor approvals are touched. Codes TRC1027, TRC8201–TRC8204, TRC8206, and those of a folder that cannot be read.
 */
export function upgrade(options: UpgradeOptions): Promise<Outcome<Upgraded>> {
  return alone(options, () => upgraded(options));
}

/**
 * `trc upgrade --undo`: puts the records back as they were, those that somebody has changed since stay, and what they were is kept on; settings
 * lose only the format that they name. Codes TRC9015, TRC9016 (a warning for each that stays).
 */
export function undoUpgrade(options: UpgradeOptions): Promise<Outcome<Upgraded>> {
  return alone(options, () => undone(options));
}

async function alone(
  { content, dryRun }: UpgradeOptions,
  action: () => Promise<Outcome<Upgraded>>,
): Promise<Outcome<Upgraded>> {
  if (!existsSync(content)) return { diagnostics: [missingFolder("--content", content)] };
  try {
    return await writeAlone(content, action, { rule: CONTENT_JOURNAL, dryRun });
  } catch (error) {
    return { diagnostics: [storageFault(content, error)] };
  }
}

async function upgraded({ content, dryRun = false }: UpgradeOptions): Promise<Outcome<Upgraded>> {
  const { value: files, diagnostics } = await readContent(content);
  if (files === undefined) return { diagnostics };
  const { format, diagnostics: newer } = formatOf(files);
  if (newer.length > 0) return { diagnostics: newer };
  const own = files.filter(({ inside }) => !SEALED.test(inside));
  const wrong = [...unreadRecords(own), ...wrongFormat(own)];
  // What a step cannot read it would leave behind, under the name of today's format.
  if (wrong.length > 0) return { diagnostics: wrong };
  const from = format ?? 1;
  const steps = UPGRADE_STEPS.filter(({ to }) => to > from);
  const texts = new Map(own.map(({ inside, bytes }) => [inside, DECODER.decode(bytes)]));
  const made = new Map<string, { text: string; what: Text[] }>();
  for (const [inside, before] of texts) {
    const collection = inside.replace(/\/.*|\.ya?ml$/, "");
    const one = { text: before, what: [] as Text[] };
    for (const step of steps) {
      const next = step.made(collection, one.text);
      if (next !== null && next !== one.text) Object.assign(one, { text: next, what: [...one.what, step.what] });
    }
    if (one.what.length > 0) made.set(inside, one);
  }
  if (from < RECORD_FORMAT) {
    const { text: settings, what = [] } = made.get(SETTINGS) ?? { text: texts.get(SETTINGS) ?? "" };
    const named = changeYaml(settings, { kind: "set", at: "/format", value: RECORD_FORMAT });
    made.set(SETTINGS, { text: named ?? `format: ${RECORD_FORMAT}\n${settings}`, what: [...what, NAMED] });
  }
  const changes = [...made].map(([file, { what }]) => ({ file, what }));
  if (!dryRun && made.size > 0) {
    const undo: Undo = {
      from,
      to: RECORD_FORMAT,
      files: Object.fromEntries(
        [...made].map(([inside, { text }]) => [inside, { before: texts.get(inside) ?? null, after: sha256(text) }]),
      ),
    };
    const written = new Map([...made].map(([inside, { text }]) => [inside, text]));
    await writeTogether(
      content,
      { files: new Map([...written, [UPGRADE_UNDO, JSON.stringify(undo)]]) },
      CONTENT_JOURNAL,
    );
  }
  return { value: { from, to: RECORD_FORMAT, changes, written: !dryRun && made.size > 0 }, diagnostics: [] };
}

async function undone({ content, dryRun = false }: UpgradeOptions): Promise<Outcome<Upgraded>> {
  const kept = await readFile(join(content, UPGRADE_UNDO), "utf8").catch(() => null);
  const undo = kept === null ? null : undoIn(kept);
  if (undo === null) return { diagnostics: [raise(FINDINGS.TRC9015, { of: [content] })] };
  const changes: Upgraded["changes"][number][] = [];
  const diagnostics: Diagnostic[] = [];
  const written = new Map<string, string>();
  const rest = new Map<string, Kept>();
  for (const [inside, one] of Object.entries(undo.files)) {
    const path = await safeJoin(content, inside);
    const now = await readFile(path, "utf8").catch(() => null);
    // A run that was cut has put it back already.
    if (now === one.before) continue;
    const whole = now !== null && sha256(now) === one.after;
    // Settings that somebody has changed lose no more than the format, lest they name one that the records are not in.
    const back = whole ? one.before : inside === SETTINGS && now !== null ? formatBack(now, one.before) : null;
    if (back !== null) written.set(inside, back);
    else if (!whole) {
      diagnostics.push(raise(FINDINGS.TRC9016, { of: [inside] }));
      rest.set(inside, one);
      continue;
    } else if (!dryRun) await rm(path);
    changes.push({ file: inside, what: [] });
  }
  if (!dryRun) {
    const left: Undo = { ...undo, files: Object.fromEntries(rest) };
    await writeTogether(
      content,
      { files: new Map([...written, [UPGRADE_UNDO, JSON.stringify(left)]]) },
      CONTENT_JOURNAL,
    );
    if (rest.size === 0) await rm(join(content, UPGRADE_UNDO));
  }
  return { value: { from: undo.to, to: undo.from, changes, written: !dryRun }, diagnostics };
}

/** Settings with the format that they named before; null where the text cannot be changed so. */
function formatBack(now: string, before: string | null): string | null {
  const data = before === null ? undefined : yamlData(before);
  const format = data !== undefined && isFields(data) ? data.format : undefined;
  return changeYaml(
    now,
    format === undefined ? { kind: "remove", at: "/format" } : { kind: "set", at: "/format", value: format },
  );
}

function wrongFormat(files: readonly ContentFile[]): Diagnostic[] {
  const settings = files.find(({ inside }) => inside === SETTINGS);
  const { value: yaml } = settings === undefined ? {} : readYaml(settings);
  return yaml === undefined ? [] : validateAgainst(NAMES_FORMAT)(yaml);
}

function undoIn(text: string): Undo | null {
  try {
    const said: unknown = JSON.parse(text);
    return conforms<Undo>(said, UNDO) && Object.keys(said.files).every(isOurs) ? said : null;
  } catch {
    return null;
  }
}

/** Whether an upgrade writes such a file. */
function isOurs(inside: string): boolean {
  return inside !== UPGRADE_UNDO && CONTENT_JOURNAL.files(inside, new Map([[UPGRADE_UNDO, ""]]));
}
