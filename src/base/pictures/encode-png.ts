import { deflateSync } from "node:zlib";
import type { PngPicture } from "./picture.ts";

/** What every file of it begins with. */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** An 8-bit PNG of samples by rows, grey or red, green, blue. @see ISO/IEC 15948, clauses 5 and 11 */
export function encodePng(
  samples: Uint8Array,
  { widthPx, heightPx, channels }: Pick<PngPicture, "widthPx" | "heightPx" | "channels">,
): PngPicture {
  const length = widthPx * channels;
  const rows = Buffer.alloc((length + 1) * heightPx);
  for (let row = 0; row < heightPx; row++)
    rows.set(samples.subarray(row * length, (row + 1) * length), row * (length + 1) + 1);
  return packPng({ widthPx, heightPx, channels, depth: 8, palette: null, data: deflateSync(rows, { level: 9 }) });
}

/** A PNG of rows that are compressed already: with nothing in its file but what is seen. */
export function packPng(rows: Omit<PngPicture, "kind" | "bytes">): PngPicture {
  const { widthPx, heightPx, channels, depth, palette, data } = rows;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([depth, palette === null ? channels - 1 : 3, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    PNG_SIGNATURE,
    chunk("IHDR", header),
    palette === null ? Buffer.alloc(0) : chunk("PLTE", palette),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { kind: "png", ...rows, bytes };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** The check sum of a chunk: its name and what it holds. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
