import { readFileSync } from "node:fs";
import { isPictureFault, type Picture, PictureShelf } from "../../src/base/pictures/index.ts";
import { sha256 } from "../../src/base/text/index.ts";
import type { PictureFile } from "../../src/paperwork/document/index.ts";

const FOLDER = "tests/fixtures/pictures";
const LIMITS = { mostKilobytes: 4096, mostMegapixels: 20 };

/** A picture of every kind that documents may hold: a drawing of plain colours and one of others, dots of every kind, coded in every way. */
export const PICTURES = [
  "emblem.svg",
  "gradient.svg",
  "noted.png",
  "palette.png",
  "bilevel.png",
  "interlaced.png",
  "deep.png",
  "alpha.png",
  "noted.jpg",
  "progressive.jpg",
  "grey.jpg",
] as const;

const files = new Map(
  PICTURES.map((name) => {
    const bytes = readFileSync(`${FOLDER}/${name}`);
    return [`pictures/${name}`, { bytes, digest: sha256(bytes) }] as const;
  }),
);

/** What a block says of a picture. */
export function pictureNamed(name: (typeof PICTURES)[number], alt: string): PictureFile {
  return { file: `pictures/${name}`, sha256: files.get(`pictures/${name}`)?.digest ?? "", alt };
}

/** Gives the pictures, for those who compose. */
export async function openPictures(): Promise<(file: string) => Picture> {
  const shelf = await PictureShelf.open(files);
  return (file) => {
    const read = shelf.get(file, LIMITS);
    if (isPictureFault(read)) throw new Error(`${file}: ${read.message.en}`);
    return read;
  };
}
