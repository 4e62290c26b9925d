import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { convertByOffice, run } from "../support/programs.mjs";

const FOLDER = "tests/goldens/pictures";
/** Share of the grey of a picture that may differ: edges of letters move with the version of poppler. */
const TOLERANCE = 0.02;

/**
 * A picture of each requisite, from our PDF and from the DOCX as the word processor prints it, against the ones that people looked at.
 * TRC_UPDATE_PICTURES=signature,parties (or all) takes the new ones in their place: look at them before they are committed.
 */
export async function validatePictures({ root, work }) {
  const out = join(work, "pictures");
  execFileSync("node", ["dist/corpus.js", "--out", out, "--requisites"], { cwd: root });
  const names = readdirSync(out)
    .filter((name) => name.endsWith(".docx"))
    .map((name) => name.slice(0, -".docx".length))
    .sort();
  const printed = await convertByOffice(
    names.map((name) => join(out, `${name}.docx`)),
    "pdf",
    join(work, "pictures-office"),
    { work },
  );
  const wanted = (process.env.TRC_UPDATE_PICTURES ?? "").split(",");
  mkdirSync(join(root, FOLDER), { recursive: true });
  const faults = names.flatMap((name, index) => [
    ...compare(name, "pdf", join(out, `${name}.pdf`), root, wanted),
    ...(printed[index] === undefined ? [`${name}: not printed`] : compare(name, "docx", printed[index], root, wanted)),
  ]);
  return [{ title: `pictures of ${names.length} requisites, from PDF and from DOCX, are as they were agreed`, faults }];
}

function compare(name, format, pdf, root, wanted) {
  const golden = join(root, FOLDER, `${name}.${format}.png`);
  const fresh = draw(pdf, "-png", ".png");
  if (wanted.includes(name) || wanted.includes("all")) copyFileSync(fresh, golden);
  if (!existsSync(golden)) return [`${name}: no picture; TRC_UPDATE_PICTURES=${name} makes it`];
  const grey = readGrey(draw(pdf, "-gray", ".pgm"));
  const known = pixelsOf(golden);
  if (grey.width !== known.width || grey.height !== known.height)
    return [`${name}.${format}: ${grey.width}×${grey.height} against ${known.width}×${known.height}`];
  let [difference, ink] = [0, 0];
  for (let at = 0; at < known.pixels.length; at++) {
    difference += Math.abs(known.pixels[at] - grey.pixels[at]);
    ink += 255 - known.pixels[at];
  }
  const share = difference / Math.max(1, ink);
  return share <= TOLERANCE ? [] : [`${name}.${format}: ${(share * 100).toFixed(1)} % of the ink stands elsewhere`];
}

/** The upper part of the first page at 50 dots an inch: all requisites of the cases stand there, but for the code at its foot. */
function draw(pdf, kind, extension) {
  const base = pdf.replace(/\.pdf$/, "");
  const top = base.endsWith("/code") ? "325" : "0";
  const size = ["-r", "50", "-x", "0", "-y", top, "-W", "413", "-H", "260"];
  run("pdftoppm", ["-gray", ...size, "-singlefile", ...(kind === "-png" ? ["-png"] : []), pdf, base]);
  return base + extension;
}

/** The pixels of a PNG of 8 bits: poppler writes grey ones in three equal channels. */
function pixelsOf(png) {
  const bytes = readFileSync(png);
  const parts = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = bytes[25] === 2 ? 3 : 1;
  const all = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  return { width, height, pixels: all.filter((_, index) => index % channels === 0) };
}

/** Undoes the filters of the rows. @see ISO/IEC 15948, clause 9 */
function unfiltered(rows, width, height, step) {
  const bytes = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (width + 1)];
    for (let x = 0; x < width; x++) {
      const raw = rows[y * (width + 1) + 1 + x];
      const left = x >= step ? bytes[y * width + x - step] : 0;
      const up = y > 0 ? bytes[(y - 1) * width + x] : 0;
      const corner = x >= step && y > 0 ? bytes[(y - 1) * width + x - step] : 0;
      bytes[y * width + x] = raw + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return bytes;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function readGrey(pgm) {
  const bytes = readFileSync(pgm);
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1"));
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(bytes.length - width * height) };
}
