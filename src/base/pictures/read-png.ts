import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { crc32, encodePng, packPng } from "./encode-png.ts";
import { damaged, tooManyDots } from "./faults.ts";
import type { Picture, PictureFault, PictureLimits } from "./picture.ts";

const require = createRequire(import.meta.url);

/** Samples of a dot by the colour type, and the depths that it may have. @see ISO/IEC 15948, table 11.1 */
const COLOURS: { readonly [type: number]: readonly [samples: number, depths: readonly number[]] } = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
};

/**
 * A PNG with opaque dots of at most 8 bits a sample: what is transparent stands on white, as on paper. How many dots it holds is asked before
 * they are unpacked, and no more is unpacked than they take.
 */
export function readPng(bytes: Uint8Array, limits: PictureLimits): Picture | PictureFault {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = chunkAt(file, 8);
  if (header?.type !== "IHDR" || header.data.length !== 13) return damaged();
  const [widthPx, heightPx] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlace = 0] = header.data.subarray(8);
  const [samples = 0, depths = []] = COLOURS[colour] ?? [];
  if (!depths.includes(depth) || widthPx === 0 || heightPx === 0 || interlace > 1) return damaged();
  if (widthPx * heightPx > limits.mostMegapixels * 1e6) return tooManyDots(widthPx, heightPx, limits);
  const parts = chunksOf(file);
  if (parts === null || (colour === 3 && parts.palette === null)) return damaged();
  const row = Math.ceil((widthPx * samples * depth) / 8) + 1;
  const unpacked = inflated(parts.data, interlace === 0 ? row * heightPx : (row + 8) * (heightPx + 8) * 2);
  if (unpacked === null || (interlace === 0 && unpacked.rows.length !== row * heightPx)) return damaged();
  const plain = colour !== 4 && colour !== 6 && depth <= 8 && interlace === 0 && !parts.transparent;
  if (!plain) return flattened(parts.needed) ?? damaged();
  for (let at = 0; at < unpacked.rows.length; at += row) if ((unpacked.rows[at] ?? 0) > 4) return damaged();
  return packPng({
    widthPx,
    heightPx,
    depth,
    channels: colour === 2 ? 3 : 1,
    palette: colour === 3 ? parts.palette : null,
    data: parts.data.subarray(0, unpacked.read),
  });
}

type Chunk = { readonly type: string; readonly data: Buffer; readonly end: number };

/** A chunk whose sum is right; null: there is none. */
function chunkAt(file: Buffer, at: number): Chunk | null {
  if (at + 12 > file.length) return null;
  const end = at + 12 + file.readUInt32BE(at);
  if (end > file.length || crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return null;
  return { type: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, end - 4), end };
}

/** Chunks that say how a dot looks: all others are left out. */
const SEEN: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

function chunksOf(file: Buffer) {
  const [data, needed] = [[] as Buffer[], [file.subarray(0, 8)]];
  let palette: Buffer | null = null;
  let transparent = false;
  for (let at = 8; ; ) {
    const chunk = chunkAt(file, at);
    if (chunk === null) return null;
    if (SEEN.has(chunk.type)) needed.push(file.subarray(at, chunk.end));
    if (chunk.type === "IDAT") data.push(chunk.data);
    if (chunk.type === "PLTE" && chunk.data.length % 3 === 0 && chunk.data.length <= 768) palette = chunk.data;
    transparent ||= chunk.type === "tRNS";
    if (chunk.type === "IEND")
      return { data: Buffer.concat(data), needed: Buffer.concat(needed), palette, transparent };
    at = chunk.end;
  }
}

/** What is unpacked, and how much of the packed bytes it took; null where it is broken, cut off or more than it may be. */
function inflated(packed: Uint8Array, most: number): { readonly rows: Uint8Array; readonly read: number } | null {
  try {
    const { buffer, engine } = inflateSync(packed, { maxOutputLength: most, info: true }) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    return { rows: buffer, read: engine.bytesWritten };
  } catch {
    return null;
  }
}

/** Every other kind as plain dots on white. */
function flattened(file: Buffer): Picture | null {
  const { PNG } = require("pngjs") as typeof import("pngjs");
  try {
    const { width, height, data } = PNG.sync.read(file);
    return onWhite(data, width, height);
  } catch {
    return null;
  }
}

/** Dots of red, green, blue and opacity as an opaque PNG on white: grey where all of them are. */
export function onWhite(dots: Uint8Array, widthPx: number, heightPx: number): Picture & { readonly kind: "png" } {
  const count = widthPx * heightPx;
  const colours = new Uint8Array(count * 3);
  let grey = true;
  for (let dot = 0; dot < count; dot++) {
    const opacity = dots[dot * 4 + 3] ?? 0;
    for (let channel = 0; channel < 3; channel++)
      colours[dot * 3 + channel] = Math.round(((dots[dot * 4 + channel] ?? 0) * opacity) / 255 + 255 - opacity);
    grey &&= colours[dot * 3] === colours[dot * 3 + 1] && colours[dot * 3] === colours[dot * 3 + 2];
  }
  if (!grey) return encodePng(colours, { widthPx, heightPx, channels: 3 });
  const levels = Uint8Array.from({ length: count }, (_, dot) => colours[dot * 3] ?? 0);
  return encodePng(levels, { widthPx, heightPx, channels: 1 });
}
