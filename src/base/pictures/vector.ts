/** A step of a path, in absolute points: where it goes, over which handles. */
export type Segment =
  | { readonly type: "move" | "line"; readonly points: readonly [number, number] }
  | { readonly type: "curve"; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly type: "close"; readonly points: readonly [] };

/** What bounds what is drawn: the inside of a path. */
type Clip = { readonly path: readonly Segment[]; readonly evenOdd: boolean };

/** a, b, c, d, e, f of SVG and PDF alike. */
type Matrix = readonly [number, number, number, number, number, number];
type Colour = readonly [red: number, green: number, blue: number];

/** A path with its colours from 0 to 1. Clips are in the units of the picture, the path and its line in those of the matrix. */
export type Drawn = {
  readonly matrix: Matrix;
  readonly clips: readonly Clip[];
  readonly path: readonly Segment[];
  readonly fill: Colour | null;
  readonly evenOdd: boolean;
  readonly line: {
    readonly colour: Colour;
    readonly width: number;
    readonly cap: 0 | 1 | 2;
    readonly join: 0 | 1 | 2;
    readonly miter: number;
    readonly dash: readonly number[];
    readonly dashFrom: number;
  } | null;
};

type Attributes = { readonly [name: string]: string };
type Inside = { readonly matrix: Matrix; readonly clips: readonly Clip[] };

/** Attributes of groups and paths that say more than plain colours do. */
const MORE = ["opacity", "fill-opacity", "stroke-opacity", "mask", "filter", "style"];

/**
 * The paths of a drawing that is resolved to plain paths, from the bottom up; null where it holds more than plain colours: gradients,
 * what shows through, masks.
 */
export function drawnOf(svg: string): readonly Drawn[] | null {
  const clips = new Map<string, Clip>();
  const drawn: Drawn[] = [];
  const open: Inside[] = [];
  let clip: { readonly id: string; readonly matrix: Matrix } | null = null;
  for (const [, closing, name = "", written = "", single] of svg.matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>/g)) {
    if (closing === "/") {
      if (name === "g" || name === "svg") open.pop();
      if (name === "clipPath") clip = null;
      continue;
    }
    const attributes: Attributes = Object.fromEntries(
      [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    );
    const around = open.at(-1) ?? { matrix: IDENTITY, clips: [] };
    const matrix = times(around.matrix, matrixOf(attributes.transform));
    if (name === "svg") open.push({ matrix: viewOf(attributes), clips: [] });
    else if (name === "clipPath") {
      if (attributes["clip-path"] !== undefined || clip !== null) return null;
      clip = { id: attributes.id ?? "", matrix: matrixOf(attributes.transform) };
    } else if (name === "path" && clip !== null) {
      if (clips.has(clip.id)) return null;
      const path = moved(pathOf(attributes.d ?? ""), times(clip.matrix, matrixOf(attributes.transform)));
      clips.set(clip.id, { path, evenOdd: attributes["clip-rule"] === "evenodd" });
    } else if (name === "g" || name === "path") {
      if (MORE.some((one) => attributes[one] !== undefined)) return null;
      const named = /^url\(#(.*)\)$/.exec(attributes["clip-path"] ?? "")?.[1];
      const own = named === undefined ? undefined : clips.get(named);
      if (named !== undefined && own === undefined) return null;
      const bounds = own === undefined ? around.clips : [...around.clips, { ...own, path: moved(own.path, matrix) }];
      if (name === "g" && single !== "/") open.push({ matrix, clips: bounds });
      if (name !== "path") continue;
      const one = drawnPath(attributes, { matrix, clips: bounds });
      if (one === null || !isWritable(one)) return null;
      drawn.push(one);
    } else if (name !== "defs") return null;
  }
  return drawn;
}

/** Farther out programs count each in their own way. */
const MOST = 1e7;

function isWritable({ matrix, clips, path, line }: Drawn): boolean {
  const points = [...clips.flatMap((one) => one.path), ...path].flatMap((segment): readonly number[] => segment.points);
  return [...matrix, line?.width ?? 0, ...points].every((value) => Math.abs(value) < MOST);
}

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

function drawnPath(attributes: Attributes, inside: Inside): Drawn | null {
  const colour = (written: string | undefined): Colour | null | undefined => {
    if (written === undefined || written === "none") return null;
    const [, hex] = /^#([0-9a-f]{6})$/i.exec(written) ?? [];
    if (hex === undefined) return undefined;
    const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return [part(0), part(2), part(4)];
  };
  const [fill, stroke] = [colour(attributes.fill), colour(attributes.stroke)];
  if (fill === undefined || stroke === undefined || attributes["paint-order"] !== undefined) return null;
  const line = stroke && {
    colour: stroke,
    width: Number(attributes["stroke-width"] ?? 1),
    cap: CAPS[attributes["stroke-linecap"] as keyof typeof CAPS] ?? 0,
    join: JOINS[attributes["stroke-linejoin"] as keyof typeof JOINS] ?? 0,
    miter: Number(attributes["stroke-miterlimit"] ?? 4),
    dash: numbers(attributes["stroke-dasharray"] ?? ""),
    dashFrom: Number(attributes["stroke-dashoffset"] ?? 0),
  };
  return { ...inside, path: pathOf(attributes.d ?? ""), fill, evenOdd: attributes["fill-rule"] === "evenodd", line };
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function matrixOf(written: string | undefined): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(/^matrix\((.*)\)$/.exec(written ?? "")?.[1] ?? "");
  return [a, b, c, d, e, f];
}

/** The second applied first. */
function times([a, b, c, d, e, f]: Matrix, [k, l, m, n, o, p]: Matrix): Matrix {
  return [a * k + c * l, b * k + d * l, a * m + c * n, b * m + d * n, a * o + c * p + e, b * o + d * p + f];
}

/** The view box in the middle of the picture, as large as it goes in. @see SVG 1.1, 7.8 */
function viewOf({ width, height, viewBox }: Attributes): Matrix {
  const [x = 0, y = 0, w = Number(width), h = Number(height)] = numbers(viewBox ?? "");
  const scale = Math.min(Number(width) / w, Number(height) / h);
  return [
    scale,
    0,
    0,
    scale,
    (Number(width) - w * scale) / 2 - x * scale,
    (Number(height) - h * scale) / 2 - y * scale,
  ];
}

function numbers(written: string): number[] {
  return (written.match(/-?[\d.]+(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}

function pathOf(written: string): Segment[] {
  const path: Segment[] = [];
  let [x, y] = [0, 0];
  for (const [, letter = "", rest = ""] of written.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers(rest);
    if (letter === "Z") path.push({ type: "close", points: [] });
    else if (letter === "M" || letter === "L") path.push({ type: letter === "M" ? "move" : "line", points: [a, b] });
    else if (letter === "C") path.push({ type: "curve", points: [a, b, c, d, e, f] });
    else {
      // A curve over one handle is one over two at two thirds of the way to it.
      const handles = [
        x + ((a - x) * 2) / 3,
        y + ((b - y) * 2) / 3,
        c + ((a - c) * 2) / 3,
        d + ((b - d) * 2) / 3,
      ] as const;
      path.push({ type: "curve", points: [...handles, c, d] });
    }
    [x, y] = letter === "C" ? [e, f] : letter === "Q" ? [c, d] : letter === "Z" ? [x, y] : [a, b];
  }
  return path;
}

function moved(path: readonly Segment[], [a, b, c, d, e, f]: Matrix): Segment[] {
  return path.map((segment) => {
    const points = segment.points.map((value, index) => {
      const other = segment.points[index % 2 === 0 ? index + 1 : index - 1] ?? 0;
      return index % 2 === 0 ? a * value + c * other + e : b * other + d * value + f;
    });
    return { ...segment, points } as unknown as Segment;
  });
}
