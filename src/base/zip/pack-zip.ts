import { ZipFile } from "yazl";

/** How a ZIP is packed. */
type ZipOptions = {
  /** Which files are compressed; without it all of them. */
  readonly compress?: (path: string) => boolean;
  /** Order of the files; without it that of code units. */
  readonly order?: (a: string, b: string) => number;
};

/** A ZIP of files by path: sorted, with one fixed date, so that equal files give equal bytes on every machine. */
export async function packZip(
  files: ReadonlyMap<string, Uint8Array | string>,
  { compress = () => true, order }: ZipOptions = {},
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const path of [...files.keys()].sort(order)) {
    const options = { mtime: EPOCH, mode: 0o100644, forceDosTimestamp: true, compress: compress(path) };
    zip.addBuffer(Buffer.from(files.get(path) ?? ""), path, options);
  }
  zip.end();
  // By hand: the consumers of node:stream go through a Blob, which costs a tenth of a DOCX.
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * The same moment as yazl reads it: by local parts, after a comparison with one that it made when it was loaded. Its parts are given, and its
 * instant is later than that in every time zone, so a zone that changes within the process changes nothing.
 */
class FixedMoment extends Date {
  override getFullYear = (): number => 1980;
  override getMonth = (): number => 0;
  override getDate = (): number => 1;
  override getHours = (): number => 0;
  override getMinutes = (): number => 0;
  override getSeconds = (): number => 0;
}
const EPOCH = new FixedMoment(Date.UTC(1980, 0, 3));

/** The first moment that ZIP knows, for every entry we write. Built from local parts, because ZIP stores local time: the same bytes in every time zone. */
export function zipEpoch(): Date {
  return new Date(1980, 0, 1, 0, 0, 0);
}
