/** Family names (id 1) of a font by its table `name`: English first, then in the order of the table, each once. */
export function familyNames(
  view: DataView,
  { offset, length }: { readonly offset: number; readonly length: number },
): string[] {
  const end = offset + length;
  const strings = offset + view.getUint16(offset + 4);
  const found: { readonly rank: number; readonly name: string }[] = [];
  for (let index = 0; index < view.getUint16(offset + 2); index++) {
    const at = offset + 6 + index * 12;
    if (at + 12 > end) break;
    const [platform, encoding, language, id] = [0, 2, 4, 6].map((field) => view.getUint16(at + field)) as Entry;
    const size = view.getUint16(at + 8);
    const from = strings + view.getUint16(at + 10);
    const decoder = decoderOf(platform, encoding);
    if (id !== FAMILY || decoder === null || from + size > end) continue;
    const name = new TextDecoder(decoder).decode(new Uint8Array(view.buffer, view.byteOffset + from, size));
    found.push({ rank: rankOf(platform, language), name: name.replaceAll("\0", "").trim().normalize("NFC") });
  }
  // What only an old Macintosh would read says nothing new where there is anything else.
  const best = found.some(({ rank }) => rank < MACINTOSH) ? found.filter(({ rank }) => rank < MACINTOSH) : found;
  const names = best.sort((a, b) => a.rank - b.rank).map(({ name }) => name);
  return [...new Set(names)].filter((name) => name !== "");
}

type Entry = [platform: number, encoding: number, language: number, id: number];

/** The family by which word processors group four styles. */
const FAMILY = 1;
const MACINTOSH = 2;

function decoderOf(platform: number, encoding: number): string | null {
  if (platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10 || encoding === 0))) return "utf-16be";
  if (platform !== 1) return null;
  return encoding === 0 ? "macintosh" : encoding === 7 ? "x-mac-cyrillic" : null;
}

/** Names for Windows in English (of any country) are those that programs agree on. */
function rankOf(platform: number, language: number): number {
  if (platform === 1) return MACINTOSH;
  return platform === 3 && (language & 0x3ff) === 0x09 ? 0 : 1;
}
