import { damaged, manyInks, tooManyDots, turned, unusualKind } from "./faults.ts";
import type { Picture, PictureFault, PictureLimits } from "./picture.ts";

const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const ADOBE = 0xee;
/** Tables and frames: what a picture is decoded by. @see ISO/IEC 10918-1, table B.1 */
const NEEDED: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd]);
/** The other kinds of frames: without loss, of differences, arithmetic. */
const UNUSUAL: ReadonlySet<number> = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** What every reader takes for one: no density, no small picture. @see JFIF 1.02 */
const JFIF = Buffer.from("ffe000104a46494600010200000100010000", "hex");

/** A JPEG of grey or colour as it is coded, without notes about it: where, when, by whom and with what it was taken. */
export function readJpeg(bytes: Uint8Array, limits: PictureLimits): Picture | PictureFault {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [file.subarray(0, 2)];
  let frame: Buffer | null = null;
  let adobe: Buffer | null = null;
  let scans = 0;
  for (let at = 2; ; ) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at++;
    const [mark, marker = 0] = file.subarray(at, at + 2);
    if (mark !== 0xff) return damaged();
    if (marker === EOI) break;
    const end = at + 4 > file.length ? Number.POSITIVE_INFINITY : at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length || end < at + 4) return damaged();
    const segment = file.subarray(at, end);
    if (UNUSUAL.has(marker)) return unusualKind();
    if (orientationOf(segment) > 1) return turned();
    if (marker >= 0xc0 && marker <= 0xc2) frame ??= segment;
    if (marker === ADOBE && segment.toString("latin1", 4, 9) === "Adobe") adobe = segment.subarray(0, 16);
    const next = marker === SOS ? scanEnd(file, end) : end;
    if (marker === SOS) scans++;
    if (marker === SOS || NEEDED.has(marker)) kept.push(file.subarray(at, next));
    at = next;
  }
  if (frame === null || scans === 0 || frame.length < 11) return damaged();
  const [depth, heightPx, widthPx, channels] = [frame[4], frame.readUInt16BE(5), frame.readUInt16BE(7), frame[9]];
  if (widthPx === 0 || heightPx === 0) return damaged();
  if (widthPx * heightPx > limits.mostMegapixels * 1e6) return tooManyDots(widthPx, heightPx, limits);
  if (channels === 4) return manyInks();
  if (depth !== 8 || (channels !== 1 && channels !== 3)) return unusualKind();
  kept.splice(1, 0, adobe === null || channels === 1 ? JFIF : withLength(adobe));
  return { kind: "jpeg", widthPx, heightPx, channels, bytes: Buffer.concat([...kept, Buffer.of(0xff, EOI)]) };
}

/** The mark of Adobe says how colours are coded; what may stand behind it does not. */
function withLength(adobe: Buffer): Buffer {
  return Buffer.concat([adobe.subarray(0, 2), Buffer.of(0, 14), adobe.subarray(4, 16)]);
}

/** Where coded dots end: at the first marker that is none within them. */
function scanEnd(file: Buffer, from: number): number {
  for (let at = from; ; at += 2) {
    at = file.indexOf(0xff, at);
    const next = file[at + 1];
    if (at < 0 || next === undefined) return file.length;
    if (next === 0xff) at--;
    else if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
}

/** How the picture is to be turned, 1: not at all. @see Exif 2.32, tag 274 */
function orientationOf(segment: Buffer): number {
  if (segment[1] !== APP0 + 1 || segment.toString("latin1", 4, 10) !== "Exif\0\0") return 1;
  const tiff = segment.subarray(10);
  const little = tiff[0] === 0x49;
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const long = (at: number): number => (little ? short(at) + short(at + 2) * 65536 : short(at) * 65536 + short(at + 2));
  const list = long(4);
  for (let entry = 0; entry < short(list); entry++)
    if (short(list + 2 + entry * 12) === 0x0112) return short(list + 10 + entry * 12);
  return 1;
}
