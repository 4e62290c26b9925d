// Screens as small files: at most 256 colours, one byte a point.
import { deflateSync } from "node:zlib";
import { PNG } from "pngjs";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture with a palette: of rare colours those that are nearest. The same bytes for the same picture. */
export function smallPng(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  const counts = new Map();
  // Fifteen bits a colour: what differs less is not seen.
  const colourAt = (at) => ((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3);
  for (let at = 0; at < data.length; at += 4) counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 256)
    .map(([colour]) => colour);
  const near = new Map(palette.map((colour, index) => [colour, index]));
  const parts = (colour) => [colour >> 10, (colour >> 5) & 31, colour & 31];
  const indexOf = (colour) => {
    const known = near.get(colour);
    if (known !== undefined) return known;
    const [r, g, b] = parts(colour);
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (const [index, one] of palette.entries()) {
      const [r1, g1, b1] = parts(one);
      const away = (r - r1) ** 2 + (g - g1) ** 2 + (b - b1) ** 2;
      if (away < least) [best, least] = [index, away];
    }
    near.set(colour, best);
    return best;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = indexOf(colourAt((y * width + x) * 4));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => parts(colour).map((part) => Math.round((part * 255) / 31))));
  const body = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", body),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
