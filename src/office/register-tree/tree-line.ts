import { entriesOf, type HeadKeeper, type RegisterEntry, seriesOf } from "../../paperwork/register/index.ts";

/** A leaf in words: what the entry was when it came into the tree. Of a line that is lost only the seal is known. */
export type TreeLine = {
  readonly seal: string;
  readonly of: { readonly entry: number; readonly series: string; readonly document: string } | null;
};

/** The line of an entry. */
export function lineOf({ fields }: RegisterEntry): TreeLine {
  return { seal: fields.seal, of: { entry: fields.entry, series: seriesOf(fields), document: fields.document } };
}

/** `entries.txt`: leaves by their place, for people and for whoever looks for an entry that the register has lost. */
export function encodeLines(lines: readonly TreeLine[]): string {
  return lines
    .map(({ seal, of }, index) => [index, seal, ...(of === null ? [] : [of.entry, of.series, of.document])])
    .map((parts) => `${parts.join("  ")}\n`)
    .join("");
}

/** Lines out of `entries.txt`; what is no line in its place is left out. */
export function decodeLines(text: string): (TreeLine | undefined)[] {
  return text.split("\n").map((line, index) => {
    const [, place, seal, rest] = /^(\d+) {2}([0-9a-f]{64})(?: {2}(.+))?$/.exec(line) ?? [];
    if (seal === undefined || Number(place) !== index) return undefined;
    const [, entry, series, document] = /^(\d+) {2}(.+) {2}(\S+)$/.exec(rest ?? "") ?? [];
    const isWhole = series !== undefined && document !== undefined;
    return { seal, of: isWhole ? { entry: Number(entry), series, document } : null };
  });
}

/** The newest line of each series: what a tree remembers of the register. */
export function headsIn(lines: readonly TreeLine[]): HeadKeeper["heads"] {
  const heads = new Map<string, HeadKeeper["heads"][number]>();
  for (const { seal, of } of lines) {
    if (of === null || (heads.get(of.series)?.entries ?? 0) > of.entry) continue;
    heads.set(of.series, { series: of.series, entries: of.entry, seal, document: of.document });
  }
  return [...heads.values()];
}

/** Entries that the tree does not have yet, in the order they came into the register. */
export function freshEntries(dossier: Parameters<typeof entriesOf>[0], lines: readonly TreeLine[]): RegisterEntry[] {
  const known = new Set(lines.map(({ seal }) => seal));
  return entriesOf(dossier)
    .filter(({ fields }) => !known.has(fields.seal))
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => (day(a.entry) < day(b.entry) ? -1 : day(a.entry) > day(b.entry) ? 1 : a.index - b.index))
    .map(({ entry }) => entry);
}

function day({ fields }: RegisterEntry): string {
  return fields.registered;
}
