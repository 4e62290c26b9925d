import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { damaged, unsafeSvg } from "./faults.ts";
import type { Picture, PictureFault, PngPicture, SvgPicture } from "./picture.ts";
import { onWhite } from "./read-png.ts";
import { drawnOf } from "./vector.ts";

type Library = typeof import("@resvg/resvg-wasm");

let library: Library | null = null;

/** Makes the library ready that draws SVG: once, before any is read. */
export async function openSvg(): Promise<void> {
  if (library !== null) return;
  const loaded: Library = await import("@resvg/resvg-wasm");
  const compiled = fileURLToPath(new URL("data/index_bg.wasm", import.meta.url));
  const file = existsSync(compiled)
    ? compiled
    : createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  if (library === null) await loaded.initWasm(readFileSync(file));
  library = loaded;
}

/** What is refused where it is written, with the words that name it. */
const REFUSED: readonly (readonly [RegExp, { readonly ru: string; readonly en: string }])[] = [
  [/<!ENTITY/i, { ru: "определение сущностей (ENTITY)", en: "definitions of entities (ENTITY)" }],
  [/<([\w-]+:)?script\b|\son\w+\s*=|javascript:/i, { ru: "сценарий", en: "a script" }],
  [/<([\w-]+:)?(foreignObject|iframe|animate\w*|set)\b/i, { ru: "вставка HTML или анимация", en: "HTML or animation" }],
  [/<([\w-]+:)?(image|feImage)\b/i, { ru: "снимок внутри рисунка", en: "a photograph within the drawing" }],
  [
    /<([\w-]+:)?text\b/i,
    {
      ru: "текст шрифтом: без этого шрифта он напечатался бы иначе",
      en: "text in a font, which would look otherwise without it",
    },
  ],
  [
    /\bhref\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import|<\?xml-stylesheet/i,
    { ru: "ссылка на другой файл", en: "a link to another file" },
  ],
];

/** Each copy may be of copies: more of them could be without end. */
const MOST_COPIES = 16;

/** Elements of a drawing that is resolved to paths; effects take as long to draw as they like. */
const SEEN = /^(svg|defs|g|path|clipPath|mask|pattern|linearGradient|radialGradient|stop)$/;

/** A drawing resolved to its paths: styles, copies, names and all that is not seen are gone. Its size stands in its own units. */
export function readSvg(bytes: Uint8Array): Picture | PictureFault {
  const { Resvg } = opened();
  const bare = without(
    Buffer.from(bytes)
      .toString("utf8")
      .replace(/^\ufeff/, ""),
    "<!--",
    "-->",
  );
  for (const [pattern, what] of REFUSED) if (pattern.test(bare)) return unsafeSvg(what);
  if ((bare.match(/<([\w-]+:)?use\b/g) ?? []).length > MOST_COPIES)
    return unsafeSvg({ ru: "слишком много копий (use)", en: "too many copies (use)" });
  try {
    const drawing = new Resvg(without(bare, "<!DOCTYPE", ">"));
    const { width, height } = drawing;
    const paths = drawing.toString();
    drawing.free();
    if (!(width > 0 && height > 0)) return damaged();
    for (const [, name = ""] of paths.matchAll(/<([\w:-]+)/g))
      if (!SEEN.test(name)) return unsafeSvg({ ru: `элемент ${name}`, en: `an element ${name}` });
    if (isNested(paths))
      return unsafeSvg({ ru: "маска внутри маски или узора", en: "a mask within a mask or a pattern" });
    return { kind: "svg", widthPx: width, heightPx: height, bytes: Buffer.from(paths), drawn: drawnOf(paths) };
  } catch {
    return damaged();
  }
}

/** A text without what stands between two marks, in time that grows with its length only. */
function without(text: string, from: string, to: string): string {
  const parts: string[] = [];
  for (let at = 0; ; ) {
    const start = text.indexOf(from, at);
    const end = start < 0 ? -1 : text.indexOf(to, start);
    if (end < 0) return [...parts, text.slice(at)].join("");
    parts.push(text.slice(at, start));
    at = end + to.length;
  }
}

/** Whether what covers or fills others is itself covered or filled so: each level may draw the next one many times. */
function isNested(paths: string): boolean {
  const layers = [...paths.matchAll(/<(mask|pattern|clipPath)\b[\s\S]*?<\/\1>/g)].map(([layer]) => layer);
  const names = new Set(layers.map((layer) => /\bid="([^"]*)"/.exec(layer)?.[1]));
  return layers.some((layer) => [...layer.matchAll(/url\(#([^)]*)\)/g)].some(([, name]) => names.has(name)));
}

const rasters = new WeakMap<SvgPicture, Map<number, PngPicture>>();

/** A drawing in dots, so many across, on white. */
export function rasterOf(picture: SvgPicture, widthPx: number): PngPicture {
  const known = rasters.get(picture) ?? new Map<number, PngPicture>();
  rasters.set(picture, known);
  const made = known.get(widthPx) ?? drawDots(picture, widthPx);
  known.set(widthPx, made);
  return made;
}

function drawDots({ bytes }: SvgPicture, widthPx: number): PngPicture {
  const { Resvg } = opened();
  const drawing = new Resvg(Buffer.from(bytes).toString("utf8"), {
    fitTo: { mode: "width", value: widthPx },
    background: "#ffffff",
  });
  const dots = drawing.render();
  const made = onWhite(dots.pixels, dots.width, dots.height);
  dots.free();
  drawing.free();
  return made;
}

function opened(): Library {
  if (library === null) throw new Error("openSvg() first");
  return library;
}
